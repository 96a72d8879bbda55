import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { projectRoot } from './run.ts'

type GetModuleInfo = (id: string) => {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
} | null

const client = (path: string) => join(projectRoot, 'client', path)
const MAP = client('pages/MapPage.tsx')
/** Pages that open a map without the canvas. */
const ROOMS = [client('pages/OutlinePage.tsx'), client('pages/PresentPage.tsx')]
/** Pages without a map, which show one as a picture. */
const OTHERS = [client('pages/Home.tsx'), client('pages/NoAccess.tsx')]
/** What everybody has before they see anything. */
const [MAIN, START] = [client('main.tsx'), client('start.tsx')]
const FIRST = [MAIN, START, ...OTHERS]

/** All modules that one needs, itself included; with `later` those that it loads on the way as well. */
function needed(from: readonly string[], getModuleInfo: GetModuleInfo, later: boolean): Set<string> {
  const found = new Set<string>()
  const next = [...from]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const info = found.has(id) ? null : getModuleInfo(id)
    found.add(id)
    if (info) next.push(...info.importedIds, ...(later ? info.dynamicallyImportedIds : []))
  }
  return found
}

/**
 * Gathers what the first sight of a map needs into five files: what asks for it all, what every page is made with, what
 * pictures of maps need too, what the outline and presenting need too, and what no other page uses. Left alone, the bundler makes a file of everything that some dialog shares with the page: dozens
 * of them, which compress worse by a tenth.
 */
export function pageChunks(): NonNullable<Rolldown.OutputOptions['codeSplitting']> {
  let chunks: ReadonlyMap<string, string> | null = null
  const sortOut = (getModuleInfo: GetModuleInfo) => {
    const first = needed(FIRST, getModuleInfo, false)
    const [elsewhere, rooms] = [OTHERS, ROOMS].map(pages => needed(pages, getModuleInfo, true))
    const main = needed([MAIN], getModuleInfo, false)
    const start = needed([START], getModuleInfo, false)
    const nameOf = (id: string) => {
      if (main.has(id)) return 'main'
      // With what the map and the first page both have: too little for a file of its own.
      if (start.has(id) || first.has(id)) return 'start'
      return elsewhere?.has(id) ? 'drawing' : rooms?.has(id) ? 'room' : 'map'
    }
    const all = [...main, ...start, ...needed([MAP], getModuleInfo, false)].filter(id => id !== MAP)
    return new Map(all.map(id => [id, nameOf(id)]))
  }
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        name(id, context) {
          chunks ??= sortOut(module => context.getModuleInfo(module))
          return chunks.get(id) ?? null
        },
      },
    ],
  }
}
