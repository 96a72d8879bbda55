import { Hono } from 'hono'
import { z } from 'zod'
import { readEntry } from '#shared/doc/read.ts'
import { MAX_ID } from '#shared/model/field.ts'
import { WORDS } from '#shared/model/limits.ts'
import { reaches } from '#shared/model/roles.ts'
import { readSmallJson } from '../http/body.ts'
import { refuse } from '../http/refuse.ts'
import { originalsFor } from '../privacy/originalsFor.ts'
import type { Original } from '../storage/records.ts'
import type { Deps, MapEnv } from './Deps.ts'
import { guard, requireRole } from './guard.ts'

/** What stands for each removed unit of a redacted text. */
const REMOVED = '█'

const cells = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const keeping = z.strictObject({ text: z.string().max(WORDS), row: cells.default({}) })

/**
 * The words of a quote before redaction. They are kept once and never change. A quote may bring them before it is on
 * the map itself, so that they are safe before the redacted words show; once it is there they have to fit those.
 */
export function originals({ access, rooms, store }: Deps): Hono<MapEnv> {
  const app = new Hono<MapEnv>()
  app.use(guard(access, 'editor'))

  app.get('/', async c => {
    await requireRole(access, c.get('admitted'), c.get('map'), await originalsFor(rooms, c.get('map')))
    const original = await store.findOriginal(c.get('map'), quoteOf(c.req.param('quote')))
    if (!original) refuse(404, 'no_original', 'Nothing was removed from the words of this quote.')
    return c.json(shown(original))
  })

  app.put('/', async c => {
    const map = c.get('map')
    const quote = quoteOf(c.req.param('quote'))
    const read = keeping.safeParse(await readSmallJson(c.req))
    if (!read.success)
      return refuse(400, 'bad_request', 'This takes the text of the quote as it was, and its row if it has one.')
    const text = read.data.text.toWellFormed()
    const words = await rooms.with(map, ({ doc }) => readEntry(doc, 'quotes', quote)?.record.text)
    if (words !== undefined && !redactsTo(text, words)) {
      refuse(409, 'other_words', 'These are not the words of this quote: they differ where nothing was removed.')
    }
    const given = { quote, text, row: JSON.stringify(read.data.row) }
    const known = await store.findOriginal(map, quote)
    const maySee = reaches(c.get('admitted').role, await originalsFor(rooms, map))
    // Whether a guess is right must not be told by what is refused.
    if (known && !maySee) return c.json(shown(given))
    if (known && known.text !== text) refuse(409, 'already_kept', 'The original words of this quote are kept already.')
    if (!known) await store.putOriginals(map, [given])
    return c.json(shown(known ?? given))
  })

  return app
}

function quoteOf(id: string | undefined): string {
  if (id && id.length <= MAX_ID) return id
  return refuse(404, 'unknown_quote', 'This map has no such quote.')
}

function redactsTo(original: string, redacted: string): boolean {
  if (original.length !== redacted.length) return false
  for (let at = 0; at < redacted.length; at += 1) {
    if (redacted[at] !== original[at] && redacted[at] !== REMOVED) return false
  }
  return true
}

function shown({ quote, text, row }: Original) {
  return { quote, text, row: JSON.parse(row) as unknown }
}
