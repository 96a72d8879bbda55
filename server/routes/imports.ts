import { Hono } from 'hono'
import { encodeDoc } from '#shared/doc/encode.ts'
import { MAX_PICTURES } from '#shared/model/limits.ts'
import { keepPresent } from '../history/keepVersion.ts'
import { readLargeBody } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { addImport, putBackImport, takeBackImport } from '../imports/imports.ts'
import { inThread } from '../imports/inThread.ts'
import { oneAtATime } from '../imports/oneAtATime.ts'
import { IMPORT_FORMATS, type ImportRequest, type PlannedImport, planImport } from '../imports/planImport.ts'
import { readUpload } from '../imports/readUpload.ts'
import type { ImportRecord, StoredFile } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard, requireRole } from './guard.ts'

/** Bytes of file and map together that are dealt with at once; starting a thread takes longer than that. */
const AT_ONCE = 128 * 1024

async function planned(request: ImportRequest): Promise<PlannedImport> {
  if (request.file.length + request.doc.length <= AT_ONCE) return planImport(request)
  return inThread('planImport', request)
}

/** Files that are added to a map, and how that is taken back. Mounted under a path that has the map's id as `:id`. */
export function imports({ access, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  // Two imports of one file at once would not know each other's rows for duplicates.
  const inTurn = oneAtATime()

  async function recordOf(map: string, id: string): Promise<ImportRecord> {
    return (await store.findImport(map, id)) ?? refuse(404, 'unknown_import', 'This map has no such import.')
  }

  async function requireRoom(map: string, files: readonly StoredFile[]): Promise<void> {
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (size > 0 && (await store.sizeOfFiles(map)) + size > MAX_PICTURES) {
      refuse(413, 'too_many_pictures', 'With these pictures the map would have too many: one map holds 40 MiB of them.')
    }
  }

  app.post('/import', guard(access, 'editor'), async c => {
    const map = c.get('map')
    const format = IMPORT_FORMATS.find(known => known === c.req.query('format'))
    if (!format)
      refuse(400, 'unknown_format', `Say with ?format= what this is. There are: ${IMPORT_FORMATS.join(', ')}.`)
    const upload = await readUpload(c.req.header('content-type') ?? '', await readLargeBody(c.req))
    if (!upload.ok) return refuse(upload.status, upload.code, upload.message)
    const by = { person: authorOf(c.get('admitted')), now: now() }
    const key = access.keyForCustomers(map)
    const isPreview = c.req.query('preview') === '1'
    return inTurn(map, () =>
      rooms.with(map, async room => {
        await room.settled()
        const plan = await planned({ ...upload, ...by, format, key, doc: encodeDoc(room.doc) })
        if (!plan.ok) return refuse(plan.status, plan.code, plan.message)
        if (!isPreview) await requireRole(access, c.get('admitted'), map, 'editor')
        const { update, originals, files, added, report } = plan
        await requireRoom(map, files)
        // Who went away meanwhile has cancelled, and is told so by their own browser.
        if (c.req.raw.signal.aborted) refuse(400, 'cancelled', 'This import was cancelled.')
        const id = isPreview || !update ? null : await addImport(room, { update, originals, files, added }, by)
        return c.json({ import: id, ...report })
      }),
    )
  })

  app.delete('/imports/:import', guard(access, 'editor'), async c => {
    const map = c.get('map')
    return inTurn(map, async () => {
      const record = await recordOf(map, c.req.param('import'))
      if (record.takenBackAt !== null) refuse(409, 'taken_back', 'This import was taken back already.')
      const by = { person: authorOf(c.get('admitted')), now: now() }
      return rooms.with(map, async room => {
        await room.settled()
        await keepPresent(store, map, now())
        return c.json(await takeBackImport(room, record, by))
      })
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
