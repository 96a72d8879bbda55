import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { pageChunks } from './scripts/pageChunks.ts'
import { hashSources, projectRoot, stampFile } from './server/start/client.ts'

/** Leaves in `dist` of which sources it was made; hashed before reading them, so that a change meanwhile counts. */
function stampSources(): Plugin {
  let hash = ''
  return {
    name: 'stamp-sources',
    apply: 'build',
    async buildStart() {
      hash = await hashSources()
    },
    async writeBundle({ dir }) {
      if (dir) await writeFile(join(dir, stampFile), hash)
    },
  }
}

/** Packages whose modules do nothing but declare when they are loaded, though no bundler can see it. */
const DECLARING = /\/node_modules\/(@xyflow\/react\/dist\/esm\/index|lib0\/(dom|schema))\.js$/

/**
 * Tells the bundler that what those modules declare by a call (`memo`, `$custom`) can be left out where nobody uses it:
 * it would keep the small map, the buttons and the frames of React Flow, which this app draws itself, for everybody.
 */
function declareOnly(): Plugin {
  return {
    name: 'declare-only',
    apply: 'build',
    transform: {
      filter: { id: DECLARING },
      handler: code => ({
        code: code
          .replace(/^((?:export )?(?:const|var) [\w$]+ = )(?=(?:new )?[\w$.]+\()/gm, '$1/* @__PURE__ */ ')
          .replace(/^\w+\.displayName = '\w+';$/gm, ''),
        map: null,
      }),
    },
  }
}

export default defineConfig({
  root: join(projectRoot, 'client'),
  plugins: [react(), declareOnly(), stampSources()],
  resolve: {
    // Of what these can do little or nothing is used, and the rest would be loaded before the first sight of a map.
    alias: [
      ...['transition', 'color'].map(part => ({
        find: `d3-${part}`,
        replacement: join(projectRoot, `client/canvas/d3/${part}.ts`),
      })),
      { find: 'lib0/broadcastchannel', replacement: join(projectRoot, 'client/session/noBroadcast.ts') },
    ],
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2023',
    manifest: true,
    sourcemap: true,
    // A strict content security policy: no inline script, and no font or picture inside a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: pageChunks() } },
  },
  server: {
    // The client's sources lie in two folders; nothing else of the project is served, least of all its data.
    fs: { allow: ['client', 'shared', 'node_modules'].map(folder => join(projectRoot, folder)) },
  },
})
