import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../../../scripts/run.ts'

type Chunk = { file: string; name?: string; isEntry?: boolean; imports?: readonly string[]; css?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

const dist = join(projectRoot, 'dist')

/** The file of what the entry loads on every page. */
const START = 'start'

/**
 * Bytes of JavaScript, gzipped, that a browser has to have before a page works: the entry and what it starts, the lazily
 * loaded page when there is one (by the path of its source), and all that they import statically. Throws when the build
 * lacks the page.
 */
export async function initialScriptBytes(page: string | null): Promise<number> {
  const manifest: Manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'))
  const needed = new Set<string>()
  const need = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no part "${key}".`)
    if (needed.has(chunk.file)) return
    needed.add(chunk.file)
    for (const imported of chunk.imports ?? []) need(imported)
  }
  for (const [key, { isEntry, name }] of Object.entries(manifest)) if (isEntry || name === START) need(key)
  if (page !== null) need(page)
  const scripts = await Promise.all([...needed].map(file => readFile(join(dist, file))))
  return scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).byteLength, 0)
}
