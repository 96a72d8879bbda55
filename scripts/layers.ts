import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const sharedSubjects = ['shared/doc', 'shared/protocol', 'shared/drawing', 'shared/formats']

/** What server and client may build on: all but the helpers of tests, which tests import without asking. */
const sharedCode = ['shared/util', 'shared/model', ...sharedSubjects, 'shared/sample']

/**
 * The layers of the house and what each may import, itself aside.
 * Tests may import from anywhere, and so may `e2e/`, `scripts/` and the configuration of tools.
 *
 * This is our own check and not Biome's `noRestrictedImports`, because that compares the import's text: `../model/x.ts`
 * means another layer in every folder, and a rule of one override replaces that of another instead of joining it.
 */
const layers: readonly { at: string; uses: readonly string[]; advice: string }[] = [
  {
    at: 'shared/util',
    uses: [],
    advice: 'shared/util imports nothing of ours; code that knows what a map is belongs in shared/model',
  },
  {
    at: 'shared/model',
    uses: ['shared/util'],
    advice:
      'shared/model says what a map is and knows neither Yjs, drawing, formats nor wire; code that needs those belongs in their folders',
  },
  ...sharedSubjects.map(at => ({
    at,
    uses: ['shared/model', 'shared/util'],
    advice: `${at} builds on shared/model and shared/util alone; move what two of its neighbours need to shared/model, or let server/ or client/ put the two together`,
  })),
  {
    at: 'shared/sample',
    uses: ['shared/formats', 'shared/model', 'shared/util'],
    advice: 'shared/sample is a map document and its reader; code that does more with it belongs in server/ or client/',
  },
  {
    at: 'shared/testing',
    uses: sharedCode,
    advice: 'shared/testing helps the tests of shared/; helpers for a server or a browser belong in their own folders',
  },
  {
    at: 'server',
    uses: sharedCode,
    advice:
      'server/ imports only shared/; move what the client needs too to shared/model, or to the folder of its subject',
  },
  {
    at: 'client/ui',
    uses: [],
    advice:
      'client/ui imports nothing of ours; give it values and callbacks, or move what knows about maps to client/panels',
  },
  {
    at: 'client/browser',
    uses: [],
    advice:
      'client/browser makes what browsers offer easy to use and imports nothing of ours; code that knows what it is used for belongs above it',
  },
  {
    at: 'client/api',
    uses: [...sharedCode, 'client/browser'],
    advice:
      "client/api speaks to the server and to this browser's storage; what shows the answers belongs in client/panels or client/pages",
  },
  {
    at: 'client/session',
    uses: [...sharedCode, 'client/browser'],
    advice:
      'client/session owns the document and the connection and knows no view; what shows it belongs in client/store or above, and subscribes',
  },
  {
    at: 'client/store',
    uses: [...sharedCode, 'client/session'],
    advice: 'client/store mirrors the session for views; what changes the map belongs in client/commands',
  },
  {
    at: 'client/commands',
    uses: [...sharedCode, 'client/api', 'client/session', 'client/store', 'client/ui'],
    advice: 'client/commands is the door for changes and knows no view; put what both need in client/store',
  },
  ...['client/canvas', 'client/panels', 'client/workshop', 'client/present', 'client/outline'].map(at => ({
    at,
    uses: [...sharedCode, 'client/api', 'client/session', 'client/store', 'client/commands', 'client/ui'],
    advice: `${at} and its neighbours never import each other; share state through client/store, actions through client/commands, looks through client/ui, and let client/pages put them together`,
  })),
  {
    at: 'client/pages',
    uses: [
      ...sharedCode,
      ...['api', 'session', 'store', 'commands', 'ui', 'canvas', 'panels', 'workshop', 'present', 'outline'].map(
        folder => `client/${folder}`,
      ),
    ],
    advice:
      'client/pages puts the parts together; only client/main.tsx, client/start.tsx and client/App.tsx stand above it',
  },
  {
    at: 'client/public',
    uses: [],
    advice: 'client/public is served as it is and never built; what imports belongs in another folder of client/',
  },
  {
    at: 'client',
    uses: [...sharedCode, 'client'],
    advice:
      'client/ imports only shared/; move what the server has too to shared/model, or to the folder of its subject',
  },
]

/** Packages that live in certain folders only, so that replacing one stays a local change. */
const packages: readonly { name: RegExp; only: readonly string[]; advice: string }[] = [
  {
    name: /^yjs$/,
    only: ['shared/doc', 'client/session', 'server/sync', 'server/storage'],
    advice: 'Yjs is an inner matter of these; ask shared/doc for a function that reads or edits the document',
  },
  {
    name: /^y-protocols$/,
    only: ['shared/protocol', 'client/session', 'server/sync'],
    advice: 'messages are made and read by shared/protocol',
  },
  {
    name: /^y-(websocket|indexeddb)$/,
    only: ['client/session'],
    advice: 'connection and local copy belong to the session; ask it for what you need',
  },
  {
    name: /^@xyflow\/react$/,
    only: ['client/canvas'],
    advice: 'React Flow lives in the canvas and nowhere else; put geometry that others need in shared/drawing',
  },
  { name: /^(react|react-dom|zustand|radix-ui)$/, only: ['client'], advice: 'views and their state belong in client/' },
  {
    name: /^(@napi-rs\/canvas|hono|@hono\/node-server|ws|pino)$/,
    only: ['server'],
    advice: 'this package needs Node; shared/ and client/ run in browsers, so hand in what it does as a function',
  },
  {
    name: /^node:/,
    only: ['server'],
    advice: 'browsers have no Node modules; move this to server/, or hand in what it does as a function',
  },
]

export type Trespass = { file: string; line: number; complaint: string }

/** Every import of a file (its path from the project's root, with slashes) that crosses the layers. */
export function trespasses(file: string, text: string): Trespass[] {
  if (!isIn(file, 'shared') && !isIn(file, 'server') && !isIn(file, 'client')) return []
  // Helpers of tests in a folder of their own (shared/testing has a layer) are tests.
  if (/\.test\.tsx?$|^(client|server)\/.*\/testing\//.test(file)) return []
  const own = layerOf(file)
  if (!own) {
    const complaint = `${posix.dirname(file)} is no layer yet: move the file to one, or write a new one down in scripts/layers.ts`
    return [{ file, line: 1, complaint }]
  }
  return importsOf(text).flatMap(({ specifier, line }) => {
    const advice = adviceAgainst(file, own, specifier)
    return advice === null ? [] : [{ file, line, complaint: `imports ${specifier}: ${advice}` }]
  })
}

/** As `trespasses`, over the given files under `root`; each a line that starts as compilers' messages do. */
export function checkLayers(root: string, files: readonly string[]): string[] {
  return files
    .flatMap(file => trespasses(file, readFileSync(join(root, file), 'utf8')))
    .map(({ file, line, complaint }) => `${file}:${line} ${complaint}`)
}

type Layer = (typeof layers)[number]

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** The client's own layer holds the files beside its folders, not unknown folders: it may import everything. */
function layerOf(path: string): Layer | undefined {
  const inner = layers.find(({ at }) => at !== 'client' && isIn(path, at))
  return inner ?? (posix.dirname(path) === 'client' ? layers.find(({ at }) => at === 'client') : undefined)
}

function importsOf(text: string): { specifier: string; line: number }[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map(match => ({
    specifier: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }))
}

function adviceAgainst(file: string, own: Layer, specifier: string): string | null {
  const target = pathOf(file, specifier)
  if (target === null) {
    const home = packages.find(({ name }) => name.test(packageOf(specifier)))
    if (!home || home.only.some(folder => isIn(file, folder))) return null
    return `only ${home.only.join(', ')} may; ${home.advice}`
  }
  const layer = layerOf(target)
  const allowed = layer === own || own.uses.some(folder => layer && isIn(`${layer.at}/`, folder))
  return allowed || target === 'package.json' ? null : own.advice
}

/** From the project's root, or null for a package. */
function pathOf(file: string, specifier: string): string | null {
  const [path = ''] = specifier.split('?')
  if (path.startsWith('#shared/')) return path.slice(1)
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : null
}

function packageOf(specifier: string): string {
  const segments = specifier.split('/')
  return segments.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}
