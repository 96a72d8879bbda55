import { type Doc, decodeDoc, encodeDoc } from '#shared/doc/encode.ts'
import { readKept } from '#shared/doc/read.ts'
import { type Scrubbing, scrubbed } from '#shared/doc/scrub.ts'
import { samePerson, speakersOf } from '#shared/doc/speakers.ts'
import type { TextSpan } from '#shared/util/blackened.ts'

/** What somebody asks to be gone. */
export type Wish =
  | { readonly what: 'withdraw' | 'erase'; readonly customer: string }
  | { readonly what: 'blacken'; readonly quote: string; readonly spans: readonly TextSpan[] }

/** A map as it is and as it was, as Yjs updates. All plain data, so that it can be scrubbed on another thread. */
export type ScrubRequest = {
  readonly wish: Wish
  readonly state: Uint8Array
  readonly versions: ReadonlyMap<number, Uint8Array>
}

export type Scrubbed = {
  readonly state: Uint8Array<ArrayBuffer>
  readonly versions: ReadonlyMap<number, Uint8Array<ArrayBuffer>>
  /** Quotes that are nowhere any more, those that only versions held too. */
  readonly quotes: readonly string[]
}

/** The map and its versions without what must go. Null when the map has no such customer or quote, deleted or not. */
export function scrubMap({ wish, state, versions }: ScrubRequest): Scrubbed | null {
  const now = decodeDoc(state)
  const scrub = wish.what === 'blacken' ? blackening(now, wish) : removing(now, wish)
  if (scrub === null) return null
  const gone = new Set<string>()
  const clean = (doc: Doc) => {
    const scrubbing = scrub(doc)
    for (const quote of scrubbing.quotes) gone.add(quote)
    return encodeDoc(scrubbed(doc, scrubbing))
  }
  return {
    state: clean(now),
    versions: new Map([...versions].map(([number, bytes]) => [number, clean(decodeDoc(bytes))])),
    quotes: [...gone],
  }
}

const NOTHING: Scrubbing = { erased: [], withdrawn: [], quotes: [], blackened: [] }

function blackening(now: Doc, { quote, spans }: Extract<Wish, { what: 'blacken' }>): (() => Scrubbing) | null {
  const length = readKept(now, 'quotes', quote)?.record.text.length
  if (length === undefined) return null
  return () => ({ ...NOTHING, blackened: [{ quote, length, spans }] })
}

/**
 * Whose a quote is, the map as it is now says best: words that were put right since then stay with whoever said them.
 * Those of nobody, and those that are no longer on the map, go where a version says that they are this person's.
 */
function removing(now: Doc, wish: Exclude<Wish, { what: 'blacken' }>): ((doc: Doc) => Scrubbing) | null {
  const person = samePerson(now, wish.customer)
  if (person === null) return null
  const today = speakersOf(now)
  const isOthers = (quote: string) => {
    const speaker = today.get(quote)
    return typeof speaker === 'string' && !person.has(speaker) && readKept(now, 'customers', speaker) !== null
  }
  const todays = [...today].flatMap(([quote, speaker]) => (speaker !== null && person.has(speaker) ? [quote] : []))
  return doc => {
    const theirs = new Set(todays)
    for (const [quote, speaker] of speakersOf(doc)) {
      if (speaker !== null && person.has(speaker) && !isOthers(quote)) theirs.add(quote)
    }
    const people = [...person]
    const [erased, withdrawn] = wish.what === 'erase' ? [people, []] : [[], people]
    return { ...NOTHING, erased, withdrawn, quotes: [...theirs] }
  }
}
