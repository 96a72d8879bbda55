import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { MAX_PICTURE, MAX_PICTURES } from '#shared/model/limits.ts'
import { cleanPicture } from '../files/cleanPictures.ts'
import { isHash } from '../files/keptPictures.ts'
import { readBody } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'

const TYPES = ['image/png', 'image/jpeg', 'image/webp']

/** The pictures on a map's notes. Mounted under a path that has the map's id as `:id`. */
export function files({ access, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()

  app.get('/:hash', guard(access, 'viewer'), async c => {
    const file = await store.findFile(c.get('map'), c.req.param('hash'))
    if (!file) return refuse(404, 'unknown_file', 'This map has no such picture.')
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'content-disposition': 'inline',
      // Its address says what it holds; private, because only those whom the map is open to may see it.
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })

  app.post('/:hash', guard(access, 'editor'), async c => {
    const map = c.get('map')
    const hash = c.req.param('hash')
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!TYPES.includes(type)) refuse(415, 'unknown_type', 'A picture on a map is a PNG, a JPEG or a WebP.')
    if (!isHash(hash))
      refuse(400, 'bad_hash', 'A picture is named by the SHA-256 of its bytes, as 64 small hex digits.')
    const bytes = await readBody(c.req, MAX_PICTURE)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) {
      refuse(400, 'other_hash', 'This picture did not arrive as it was sent. Please add it again.')
    }
    const picture = await cleanPicture(bytes)
    if (!picture.ok) return refuse(picture.code === 'too_many_pixels' ? 413 : 400, picture.code, picture.message)
    const { file, width, height } = picture
    if (!(await store.findFile(map, file.hash))) {
      if ((await store.sizeOfFiles(map)) + file.bytes.length > MAX_PICTURES) {
        refuse(413, 'too_many_pictures', 'This map has all the pictures that it can hold: 40 MiB of them.')
      }
      await store.putFile(map, file)
    }
    return c.json({ hash: file.hash, width, height }, 201)
  })

  return app
}
