import { type Context, Hono } from 'hono'
import { readMap } from '#shared/doc/read.ts'
import { anonymous } from '#shared/formats/anonymous.ts'
import { type Extra, writeJson } from '#shared/formats/json/write.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { hasStoryline } from '#shared/model/storyline/storyline.ts'
import { withoutWithdrawn } from '#shared/model/withdrawn.ts'
import type { DrawJob } from '../export/DrawJob.ts'
import { drawOutside } from '../export/drawOutside.ts'
import { keptPictures } from '../files/keptPictures.ts'
import { attachment } from '../http/attachment.ts'
import { refuse } from '../http/refuse.ts'
import { originalsFor } from '../privacy/originalsFor.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard, requireRole } from './guard.ts'
import { quotesCsv } from './quotesCsv.ts'

const FORMATS = ['json', 'png', 'svg', 'pdf', 'zip', 'html', 'csv'] as const
/** Pixels per map unit. */
const SCALES = [1, 2, 4] as const
const THEMES = ['light', 'dark'] as const
/** Times 1,920 × 1,080 pixels. */
const SCENE_SCALES = [1, 2] as const
const SCENE_THEMES = ['light', 'dark', 'weak'] as const

/** Maps as files. Mounted under a path that has the map's id as `:id`. */
export function exports({ access, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'viewer'))

  /** The map as this request may have it, and the words before redaction where it asks for them. */
  async function edition(
    c: Context<MapEnv>,
    isAnonymous = c.req.query('anonymous') === '1',
  ): Promise<{ map: MapDocument; originalOf: (quote: string) => string | undefined; isAnonymous: boolean }> {
    const wantsOriginals = c.req.query('originals') === '1'
    if (wantsOriginals)
      await requireRole(access, c.get('admitted'), c.get('map'), await originalsFor(rooms, c.get('map')))
    // What a program of its own wrote into the document may hold words of somebody who withdrew.
    const { map } = withoutWithdrawn(await rooms.with(c.get('map'), ({ doc }) => readMap(doc)))
    if (isAnonymous) return { map: anonymous(map), originalOf: () => undefined, isAnonymous: true }
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

  /** What is drawn of the map as this request may have it. Nobody can vouch for what a photograph shows. */
  async function drawable(c: Context<MapEnv>, map: MapDocument, isAnonymous: boolean) {
    const kept = isAnonymous ? [] : await keptPictures(store, c.get('map'), map)
    const today = new Date(now()).toISOString().slice(0, 10)
    return { map, today, pictures: new Map(kept.map(({ hash, bytes }) => [hash, bytes])) }
  }

  async function answered(c: Context<MapEnv>, job: DrawJob, headers: Record<string, string>): Promise<Response> {
    const drawn = await drawOutside(job)
    if (!drawn.ok) return refuse(drawn.code === 'picture_failed' ? 500 : 413, drawn.code, drawn.message)
    return c.body(new Uint8Array(drawn.bytes), 200, headers)
  }

  app.get('/png', async c => {
    const scale = chosen(c, 'scale', SCALES)
    const theme = chosen(c, 'theme', THEMES)
    const { map, isAnonymous } = await edition(c)
    // Pictures are passed around: what they hold inside names nobody, whatever they show.
    const inside = c.req.query('map') === '0' ? null : writeJson(anonymous(map))
    const job = { ...(await drawable(c, map, isAnonymous)), as: 'png', scale, theme, inside } as const
    return answered(c, job, file(map, 'png', 'image/png'))
  })

  app.get('/svg', async c => {
    const theme = chosen(c, 'theme', THEMES)
    const { map, isAnonymous } = await edition(c)
    const job = { ...(await drawable(c, map, isAnonymous)), as: 'svg', theme } as const
    return answered(c, job, file(map, 'svg', 'image/svg+xml'))
  })

  /** The whole map on one page, or its storyline, one scene a page. */
  app.get('/pdf', async c => {
    const isStoryline = c.req.query('storyline') === '1'
    const theme = isStoryline ? null : chosen(c, 'theme', THEMES)
    const roomTheme = chosen(c, 'theme', SCENE_THEMES)
    const { map, isAnonymous } = await edition(c)
    if (isStoryline) requireStoryline(map)
    const asked = await drawable(c, map, isAnonymous)
    const job: DrawJob =
      theme === null ? { ...asked, as: 'storylinePdf', theme: roomTheme } : { ...asked, as: 'pdf', theme }
    return answered(c, job, file(map, 'pdf', 'application/pdf', isStoryline ? STORYLINE : ''))
  })

  /** The scenes of the storyline as pictures. */
  app.get('/zip', async c => {
    const scale = chosen(c, 'scale', SCENE_SCALES)
    const theme = chosen(c, 'theme', SCENE_THEMES)
    const { map, isAnonymous } = await edition(c)
    requireStoryline(map)
    const job = { ...(await drawable(c, map, isAnonymous)), as: 'storylineZip', scale, theme } as const
    return answered(c, job, file(map, 'zip', 'application/zip', STORYLINE))
  })

  /** The storyline as a page that presents itself. It is made to be passed around, so it is anonymous unless asked otherwise. */
  app.get('/html', async c => {
    const { map, isAnonymous } = await edition(c, c.req.query('anonymous') !== '0')
    requireStoryline(map)
    const job = { ...(await drawable(c, map, isAnonymous)), as: 'storylineHtml' } as const
    return answered(c, job, file(map, 'html', 'text/html; charset=utf-8', STORYLINE))
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

/** Stands behind the map's name in the names of files that hold its storyline. */
const STORYLINE = ' storyline'

function requireStoryline(map: MapDocument): void {
  if (!hasStoryline(map))
    refuse(409, 'nothing_to_present', 'This map has nothing to present yet: it has no touchpoints.')
}

/** What the query asks for, of what there is; the first where it asks for nothing. */
function chosen<T extends string | number>(
  c: Context<MapEnv>,
  name: 'scale' | 'theme',
  known: readonly [T, ...T[]],
): T {
  const wanted = c.req.query(name)
  const found = wanted === undefined ? known[0] : known.find(one => String(one) === wanted)
  if (found === undefined)
    return refuse(400, 'bad_request', `There is no ${name} like that. There are: ${known.join(', ')}.`)
  return found
}

function file(map: MapDocument, extension: string, type: string, suffix = ''): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': attachment(map.map.title, extension, suffix),
    'cache-control': 'no-store',
  }
}
