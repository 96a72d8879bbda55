import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { readEntry } from '#shared/doc/read.ts'
import { redact } from '#shared/formats/redact/redact.ts'
import { MAX_ID } from '#shared/model/field.ts'
import { WORDS } from '#shared/model/limits.ts'
import type { Role } from '#shared/model/roles.ts'
import { keepNamed } from '../history/keepVersion.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { oneAtATime } from '../imports/oneAtATime.ts'
import { originalsFor } from '../privacy/originalsFor.ts'
import { dropOriginals, keepOriginal, rewriteMap } from '../privacy/rewriteMap.ts'
import type { Wish } from '../privacy/scrubMap.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { authorOf, guard, requireRole } from './guard.ts'

/** More spans than anybody marks in one go. */
const MAX_SPANS = 1_000

const place = z.int().min(0).max(WORDS)
const span = z.strictObject({ start: place, end: place }).refine(({ start, end }) => start < end)
const redacting = z.strictObject({ spans: z.array(span).min(1).max(MAX_SPANS) })

/** What the history of a map calls these. They say that something went, and neither what nor whose it was. */
const NAMES = { withdraw: 'A customer withdrew their words', erase: 'A customer was erased' } as const

/**
 * What must not stay anywhere: the words of a customer who withdrew, a customer who is erased, and what is blackened by
 * hand. Each rewrites the map's history, so that everybody who has it open starts anew. Mounted under a path that has the
 * map's id as `:id`.
 */
export function customers({ access, log, now, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  const inTurn = oneAtATime()

  async function remove(c: Context<MapEnv>, wish: Exclude<Wish, { what: 'blacken' }>, needs: Role): Promise<Response> {
    const map = c.get('map')
    const author = authorOf(c.get('admitted'))
    return inTurn(map, async () => {
      const done = await rewriteMap({ rooms, store }, { map, author }, wish, {
        allow: () => requireRole(access, c.get('admitted'), map, needs),
        beside: ({ quotes }) => dropOriginals(store, map, quotes),
      })
      if (!done) return refuse(404, 'unknown_customer', 'This map has no such customer.')
      await keepNamed(store, map, NAMES[wish.what], now())
      log.info({ map, by: author }, wish.what === 'erase' ? 'a customer was erased' : 'a customer withdrew their words')
      return c.json({ quotes: done.quotes.length, versions: done.versions.size })
    })
  }

  app.post('/customers/:c/withdraw', guard(access, 'editor'), c =>
    remove(c, { what: 'withdraw', customer: idOf(c.req.param('c')) }, 'editor'),
  )

  app.delete('/customers/:c', guard(access, 'facilitator'), c =>
    remove(c, { what: 'erase', customer: idOf(c.req.param('c')) }, 'facilitator'),
  )

  app.post('/quotes/:q/redact', guard(access, 'editor'), async c => {
    const map = c.get('map')
    const quote = idOf(c.req.param('q'))
    const read = redacting.safeParse(await readSmallJson(c.req))
    if (!read.success) {
      const sentence =
        'This takes the spans of the quote to black out: { "spans": [{ "start", "end" }] }, end after start.'
      return refuse(400, 'bad_request', sentence)
    }
    const { spans } = read.data
    const author = authorOf(c.get('admitted'))
    return inTurn(map, async () => {
      const text = await wordsOf(map, quote)
      if (spans.some(({ end }) => end > text.length)) {
        refuse(400, 'outside', `A span ends outside of the quote, which has ${text.length} characters.`)
      }
      const done = await rewriteMap(
        { rooms, store },
        { map, author },
        { what: 'blacken', quote, spans },
        {
          allow: () => requireRole(access, c.get('admitted'), map, 'editor'),
          beside: () => keepOriginal(store, map, { quote, text, row: '{}' }),
        },
      )
      if (!done) return refuseQuote()
      log.info({ map, by: author }, 'words were blacked out')
      return c.json({ quote, text: await wordsOf(map, quote) })
    })
  })

  // Whoever shows words again sees them, so it takes the right to see originals.
  app.delete('/quotes/:q/redact', guard(access, 'editor'), async c => {
    const map = c.get('map')
    const needed = await originalsFor(rooms, map)
    await requireRole(access, c.get('admitted'), map, needed)
    const quote = idOf(c.req.param('q'))
    const author = authorOf(c.get('admitted'))
    return inTurn(map, async () => {
      await wordsOf(map, quote)
      const original = await store.findOriginal(map, quote)
      if (!original) return refuse(404, 'no_original', 'Nothing was removed from the words of this quote.')
      // What is found automatically stays black whatever was marked by hand.
      const { text } = redact(original.text)
      await requireRole(access, c.get('admitted'), map, needed)
      await rooms.with(map, room =>
        room.commit(author, doc => {
          if (readEntry(doc, 'quotes', quote)?.record.text === text) return
          edit(doc, [set('quotes', quote, { text })], { person: author, now: now() })
        }),
      )
      return c.json({ quote, text })
    })
  })

  /** The words of a quote as they are on disk. */
  async function wordsOf(map: string, quote: string): Promise<string> {
    return rooms.with(map, async room => {
      await room.settled()
      return readEntry(room.doc, 'quotes', quote)?.record.text ?? refuseQuote()
    })
  }

  return app
}

function idOf(id: string | undefined): string {
  if (id && id.length <= MAX_ID) return id
  return refuse(404, 'unknown_record', 'This map has no such customer or quote.')
}

function refuseQuote(): never {
  return refuse(404, 'unknown_quote', 'This map has no such quote.')
}
