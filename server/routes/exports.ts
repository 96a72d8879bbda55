import { type Context, Hono } from 'hono'
import { readMap } from '#shared/doc/read.ts'
import { anonymous } from '#shared/formats/anonymous.ts'
import { type Extra, writeJson } from '#shared/formats/json/write.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { withoutWithdrawn } from '#shared/model/withdrawn.ts'
import { renderPng } from '../export/renderPng.ts'
import { keptPictures } from '../files/keptPictures.ts'
import { attachment } from '../http/attachment.ts'
import { refuse } from '../http/refuse.ts'
import { originalsFor } from '../privacy/originalsFor.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard, requireRole } from './guard.ts'
import { quotesCsv } from './quotesCsv.ts'

const FORMATS = ['json', 'png', 'csv'] as const
/** Pixels per map unit. */
const SCALES = [1, 2, 4] as const
const THEMES = ['light', 'dark'] as const

/** Maps as files. Mounted under a path that has the map's id as `:id`. */
export function exports({ access, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'viewer'))

  /** The map as this request may have it, and the words before redaction where it asks for them. */
  async function edition(
    c: Context<MapEnv>,
  ): Promise<{ map: MapDocument; originalOf: (quote: string) => string | undefined; isAnonymous: boolean }> {
    const wantsOriginals = c.req.query('originals') === '1'
    if (wantsOriginals)
      await requireRole(access, c.get('admitted'), c.get('map'), await originalsFor(rooms, c.get('map')))
    // What a program of its own wrote into the document may hold words of somebody who withdrew.
    const { map } = withoutWithdrawn(await rooms.with(c.get('map'), ({ doc }) => readMap(doc)))
    if (c.req.query('anonymous') === '1') return { map: anonymous(map), originalOf: () => undefined, isAnonymous: true }
    const kept = wantsOriginals ? await store.listOriginals(c.get('map')) : []
    const originals = new Map(kept.map(({ quote, text }) => [quote, text]))
    return { map, originalOf: quote => originals.get(quote), isAnonymous: false }
  }

  app.get('/json', async c => {
    const { map, originalOf, isAnonymous } = await edition(c)
    // Nobody can vouch for what a photograph shows.
    const pictures = isAnonymous ? [] : await keptPictures(store, c.get('map'), map)
    const originals: Extra = (kind, id) => {
      const original = kind === 'quotes' ? originalOf(id) : undefined
      return original === undefined ? undefined : { original }
    }
    const json = writeJson(map, originals, new Map(pictures.map(({ hash, bytes }) => [hash, base64(bytes)])))
    return c.body(json, 200, file(map, 'json', 'application/json; charset=utf-8'))
  })

  app.get('/png', async c => {
    const scale = SCALES.find(known => String(known) === (c.req.query('scale') ?? '1'))
    const theme = THEMES.find(known => known === (c.req.query('theme') ?? 'light'))
    if (!scale) return refuse(400, 'bad_request', `A picture comes at a scale of ${SCALES.join(', ')}.`)
    if (!theme) return refuse(400, 'bad_request', `A picture comes ${THEMES.join(' or ')}.`)
    const { map } = await edition(c)
    // Pictures are passed around: what they hold inside names nobody, whatever they show.
    const inside = c.req.query('map') === '0' ? null : writeJson(anonymous(map))
    const today = new Date(now()).toISOString().slice(0, 10)
    const kept = await keptPictures(store, c.get('map'), map)
    const pictures = new Map(kept.map(({ hash, bytes }) => [hash, bytes]))
    const picture = await renderPng({ map, scale, theme, today, inside, pictures })
    if (!picture.ok) return refuse(picture.code === 'picture_failed' ? 500 : 413, picture.code, picture.message)
    return c.body(new Uint8Array(picture.png), 200, file(map, 'png', 'image/png'))
  })

  app.get('/csv', async c => {
    const { map, originalOf } = await edition(c)
    return c.body(quotesCsv(map, originalOf), 200, file(map, 'csv', 'text/csv; charset=utf-8'))
  })

  app.get('/:format', c => {
    const known = FORMATS.join(', ')
    return refuse(404, 'unknown_format', `There is no export as “${c.req.param('format')}”. There are: ${known}.`)
  })

  return app
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function file(map: MapDocument, extension: string, type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': attachment(map.map.title, extension),
    'cache-control': 'no-store',
  }
}
