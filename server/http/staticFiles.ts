import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Context } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { accepted, type Compress, type Encoding, THOROUGHLY } from './encoding.ts'

type Kept = { version: string; type: string; etag: string; bodies: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>> }

const compressible = /^text\/|javascript|json|svg|manifest|wasm/
/** Bytes below which compressing saves no packet. */
const TOO_SMALL = 1024

const compress: Compress = THOROUGHLY

export type StaticFiles = {
  /** The file at this path below the folder (`assets/index.js`), null when there is none. */
  serve(c: Context, path: string): Promise<Response | null>
}

/** Serves the files of one folder, each compressed once and then from memory. */
export function staticFiles(folder: string): StaticFiles {
  const files = new Map<string, Kept>()

  async function find(path: string): Promise<Kept | null> {
    const file = join(folder, path)
    const isHidden = path.split('/').some(part => part.startsWith('.'))
    if (isHidden || path.includes('\0') || !file.startsWith(folder + sep)) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const version = `${found.size} ${found.mtimeMs}`
    const known = files.get(path)
    if (known?.version === version) return known
    const bytes = await readFile(file)
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    const type = getMimeType(path) ?? 'application/octet-stream'
    const identity = Promise.resolve(new Uint8Array(bytes))
    const kept: Kept = { version, type, etag, bodies: new Map([['identity', identity]]) }
    files.set(path, kept)
    return kept
  }

  async function bodyOf({ bodies }: Kept, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const known = bodies.get(encoding)
    if (known) return known
    const made = Promise.resolve(bodies.get('identity') ?? new Uint8Array()).then(
      bytes => compress[encoding]?.(bytes) ?? bytes,
    )
    bodies.set(encoding, made)
    return made
  }

  return {
    async serve(c, path) {
      const kept = await find(path)
      if (kept === null) return null
      const identity = await bodyOf(kept, 'identity')
      const small = identity.length < TOO_SMALL || !compressible.test(kept.type)
      const encoding = small ? 'identity' : accepted(c.req.header('accept-encoding') ?? '', compress)
      const etag = `"${kept.etag}-${encoding}"`
      const headers = new Headers({ 'content-type': kept.type, etag, vary: 'accept-encoding' })
      // Names of assets carry a hash of what they hold; everything else has to be asked for each time.
      headers.set('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
      if (encoding !== 'identity') headers.set('content-encoding', encoding)
      return new Response(await bodyOf(kept, encoding), { headers })
    },
  }
}
