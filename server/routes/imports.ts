import { Hono } from 'hono'
import { readMap } from '#shared/doc/read.ts'
import { readLargeBody } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { addImport, putBackImport, takeBackImport } from '../imports/imports.ts'
import { oneAtATime } from '../imports/oneAtATime.ts'
import { planImport } from '../imports/planImport.ts'
import { tooMuch } from '../imports/tooMuch.ts'
import type { ImportRecord } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard } from './guard.ts'

const FORMATS = ['json'] as const

/** Files that are added to a map, and how that is taken back. Mounted under a path that has the map's id as `:id`. */
export function imports({ access, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  // Two imports of one file at once would not know each other's rows for duplicates.
  const inTurn = oneAtATime()

  async function recordOf(map: string, id: string): Promise<ImportRecord> {
    return (await store.findImport(map, id)) ?? refuse(404, 'unknown_import', 'This map has no such import.')
  }

  app.post('/import', guard(access, 'editor'), async c => {
    const map = c.get('map')
    const format = FORMATS.find(known => known === c.req.query('format'))
    if (!format) refuse(400, 'unknown_format', `Say with ?format= what this is. There are: ${FORMATS.join(', ')}.`)
    const body = await readLargeBody(c.req)
    const type = c.req.header('content-type') ?? ''
    return inTurn(map, () =>
      rooms.with(map, async room => {
        const existing = readMap(room.doc)
        const plan = await planImport({ format, type, body, existing, customerKey: access.customerKey(map) })
        if (!plan.ok) return refuse(plan.status, plan.code, plan.message)
        const over = tooMuch(room.doc, existing, plan.changes)
        if (over) return refuse(413, 'map_too_large', over)
        const isPreview = c.req.query('preview') === '1'
        const by = { person: authorOf(c.get('admitted')), now: now() }
        const id = isPreview || plan.changes.length === 0 ? null : await addImport(room, plan, by)
        return c.json({ import: id, ...plan.report })
      }),
    )
  })

  app.delete('/imports/:import', guard(access, 'editor'), async c => {
    const map = c.get('map')
    return inTurn(map, async () => {
      const record = await recordOf(map, c.req.param('import'))
      if (record.takenBackAt !== null) refuse(409, 'taken_back', 'This import was taken back already.')
      const by = { person: authorOf(c.get('admitted')), now: now() }
      return c.json(await rooms.with(map, room => takeBackImport(room, record, by)))
    })
  })

  app.post('/imports/:import/redo', guard(access, 'editor'), async c => {
    const map = c.get('map')
    return inTurn(map, async () => {
      const record = await recordOf(map, c.req.param('import'))
      const by = { person: authorOf(c.get('admitted')), now: now() }
      const again = await rooms.with(map, room => putBackImport(room, record, by))
      if (!again) return refuse(409, 'nothing_to_put_back', 'There is nothing of this import to put back.')
      return c.json({ import: again.id, counts: again.counts })
    })
  })

  return app
}
