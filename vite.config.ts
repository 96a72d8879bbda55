import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
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

export default defineConfig({
  root: join(projectRoot, 'client'),
  plugins: [react(), stampSources()],
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
  },
  server: {
    // The client's sources lie in two folders; nothing else of the project is served, least of all its data.
    fs: { allow: ['client', 'shared', 'node_modules'].map(folder => join(projectRoot, folder)) },
  },
})
