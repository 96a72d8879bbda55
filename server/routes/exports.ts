import { Hono } from 'hono'
import { readMap } from '#shared/doc/read.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { reaches } from '#shared/model/roles.ts'
import { attachment } from '../http/attachment.ts'
import { refuse } from '../http/refuse.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard } from './guard.ts'

const FORMATS = ['json'] as const

/** Maps as files. */
export function exports({ access, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'viewer'))

  app.get('/json', async c => {
    const map = c.get('map')
    const withOriginals = c.req.query('originals') === '1'
    if (withOriginals && !reaches(c.get('admitted').role, 'editor')) {
      refuse(403, 'role_too_low', 'The words before redaction are for editors and facilitators of this map.')
    }
    const document = await rooms.with(map, ({ doc }) => readMap(doc))
    const originals = new Map(
      (withOriginals ? await store.listOriginals(map) : []).map(({ quote, text }) => [quote, text]),
    )
    const json = writeJson(document, (kind, id) => {
      const original = kind === 'quotes' ? originals.get(id) : undefined
      return original === undefined ? undefined : { original }
    })
    return c.body(json, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachment(document.map.title, 'json'),
      'cache-control': 'no-store',
    })
  })

  app.get('/:format', c => {
    const known = FORMATS.join(', ')
    return refuse(404, 'unknown_format', `There is no export as “${c.req.param('format')}”. There are: ${known}.`)
  })

  return app
}
