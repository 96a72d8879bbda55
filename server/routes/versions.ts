import { Hono } from 'hono'
import { z } from 'zod'
import { applyUpdate, decodeDoc, encodeDoc } from '#shared/doc/encode.ts'
import { readMap } from '#shared/doc/read.ts'
import { anonymous } from '#shared/formats/anonymous.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { VERSION_NAME } from '#shared/model/limits.ts'
import { keptPictures } from '../files/keptPictures.ts'
import { keepNamed, keepPresent } from '../history/keepVersion.ts'
import { MAX_NAMED } from '../history/limits.ts'
import { planRestore, type RestoreRequest } from '../history/planRestore.ts'
import { attachment } from '../http/attachment.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { inThread } from '../imports/inThread.ts'
import { oneAtATime } from '../imports/oneAtATime.ts'
import type { Version } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard, requireRole } from './guard.ts'

/** Bytes of map and version together that are compared at once; starting a thread takes longer than that. */
const AT_ONCE = 128 * 1024

const BAD_NAME = `A version takes a name of 1 to ${VERSION_NAME} characters.`
const name = z.string().trim().min(1).max(VERSION_NAME)
const naming = z.strictObject({ name })
const renaming = z.strictObject({ name: name.nullable() })
const restoring = z.strictObject({ only: z.literal('deleted').optional() })

/** A map's past. Mounted under a path that has the map's id as `:id`. */
export function versions({ access, log, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  const inTurn = oneAtATime()

  /** Authors are people's ids, or ids of links whose own token was used; the server itself is nobody. */
  async function nameAuthors(map: string) {
    const people = new Map((await store.listPeople(map)).map(person => [person.id, person.name]))
    return (authors: readonly string[]) =>
      authors.filter(id => id !== '').map(id => ({ id, name: people.get(id) ?? null }))
  }

  async function told(map: string, version: Version) {
    const authors = await nameAuthors(map)
    return answerOf(version, authors)
  }

  async function findVersion(map: string, number: string): Promise<Version> {
    return (await store.listVersions(map)).find(version => String(version.number) === number) ?? refuseUnknown()
  }

  async function stateOf(map: string, number: string): Promise<Uint8Array> {
    return (/^[1-9]\d{0,8}$/.test(number) ? await store.loadVersion(map, Number(number)) : null) ?? refuseUnknown()
  }

  app.get('/', guard(access, 'viewer'), async c => {
    const map = c.get('map')
    const [kept, authors] = await Promise.all([store.listVersions(map), nameAuthors(map)])
    const since = await store.listAuthors(map, kept.at(-1)?.seq ?? 0)
    const answers = kept.map(version => answerOf(version, authors))
    return c.json({ versions: answers.toReversed(), since: authors(since) })
  })

  app.post('/', guard(access, 'editor'), async c => {
    const read = naming.safeParse(await readSmallJson(c.req))
    if (!read.success) return refuse(400, 'bad_request', BAD_NAME)
    const map = c.get('map')
    return inTurn(map, async () => {
      await rooms.with(map, room => room.settled())
      const version = await keepNamed(store, map, read.data.name.toWellFormed(), now())
      if (!version) {
        const sentence = `This map has ${MAX_NAMED} named versions. Take the name of another one away first.`
        return refuse(409, 'too_many_versions', sentence)
      }
      return c.json(await told(map, version), 201)
    })
  })

  app.patch('/:n', guard(access, 'editor'), async c => {
    const read = renaming.safeParse(await readSmallJson(c.req))
    if (!read.success) return refuse(400, 'bad_request', BAD_NAME)
    const map = c.get('map')
    const version = await findVersion(map, c.req.param('n'))
    const name = read.data.name?.toWellFormed() ?? null
    await store.nameVersion(map, version.number, name)
    return c.json(await told(map, { ...version, name }))
  })

  app.get('/:n/export/json', guard(access, 'viewer'), async c => {
    const id = c.get('map')
    const map = readMap(decodeDoc(await stateOf(id, c.req.param('n'))))
    const isAnonymous = c.req.query('anonymous') === '1'
    // Nobody can vouch for what a photograph shows.
    const pictures = isAnonymous ? [] : await keptPictures(store, id, map)
    const files = new Map(pictures.map(({ hash, bytes }) => [hash, Buffer.from(bytes).toString('base64')]))
    return c.body(writeJson(isAnonymous ? anonymous(map) : map, undefined, files), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachment(map.map.title, 'json'),
      'cache-control': 'no-store',
    })
  })

  app.get('/:n/export/:format', guard(access, 'viewer'), c => {
    const sentence = `There is no export of a version as “${c.req.param('format')}”. There is: json.`
    return refuse(404, 'unknown_format', sentence)
  })

  app.post('/:n/restore', guard(access, 'editor'), async c => {
    const read = restoring.safeParse(await readSmallJson(c.req))
    if (!read.success) return refuse(400, 'bad_request', 'A version is restored whole, or with { "only": "deleted" }.')
    const map = c.get('map')
    const person = authorOf(c.get('admitted'))
    return inTurn(map, () =>
      rooms.with(map, async room => {
        // Read while the room is held: when the map is rewritten meanwhile, the room ends and nothing is written.
        const then = await stateOf(map, c.req.param('n'))
        await room.settled()
        const before = await keepPresent(store, map, now())
        const by = { person, now: now(), onlyDeleted: read.data.only === 'deleted' }
        const { update, restored } = await planned({ ...by, then, doc: encodeDoc(room.doc) })
        await requireRole(access, c.get('admitted'), map, 'editor')
        if (update) await room.commit(person, doc => applyUpdate(doc, update))
        log.info({ map, version: c.req.param('n'), before: before.number, by: person }, 'a version was restored')
        return c.json({ ...restored, before: before.number })
      }),
    )
  })

  return app
}

function refuseUnknown(): never {
  return refuse(404, 'unknown_version', 'This map has no such version, or it is not kept any longer.')
}

async function planned(request: RestoreRequest) {
  if (request.doc.length + request.then.length <= AT_ONCE) return planRestore(request)
  return inThread('planRestore', request)
}

type Author = { id: string; name: string | null }

function answerOf({ number, at, name, authors }: Version, named: (authors: readonly string[]) => Author[]) {
  return { number, at: new Date(at).toISOString(), name, authors: named(authors) }
}
