import * as Y from 'yjs'
import { KIND_NAMES, type KindName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import { blackened, type TextSpan } from '../util/blackened.ts'
import { isPlainObject } from '../util/json.ts'
import { readKept } from './read.ts'
import { changesOf, documentRoot, GONE, newDoc, ORDER, partChange, rootOf } from './roots.ts'
import { writeMember, writeRecord } from './stored.ts'

/** What must not stay anywhere, as plain data: ids of records. */
export type Scrubbing = {
  /** Customers of whom nothing stays. */
  erased: readonly string[]
  /** Customers of whom nothing stays but that they withdrew, and by what they are known again. */
  withdrawn: readonly string[]
  /** Quotes that go, with their excerpts and with the evidence on both. */
  quotes: readonly string[]
  /** Quotes of which these spans are blackened. `length` is that of the text that the spans were chosen in. */
  blackened: readonly { quote: string; length: number; spans: readonly TextSpan[] }[]
}

/**
 * A new document with everything that the old one holds but what must go. Records keep their place in the order, their
 * unknown members and their marks of deletion. Nothing of the old document's own past comes along: no overwritten value,
 * no deleted text, no root that is none of ours.
 */
export function scrubbed(doc: Y.Doc, scrubbing: Scrubbing): Y.Doc {
  const clean = newDoc()
  clean.transact(() => {
    for (const [key, value] of documentRoot(doc).entries()) {
      if (!(value instanceof Y.AbstractType)) documentRoot(clean).set(key, value)
    }
    for (const kind of KIND_NAMES) copyKind(doc, clean, kind, wayOf(doc, kind, scrubbing))
  })
  return clean
}

/** What becomes of a record: it comes along as it is, stays behind, or is written by somebody else. */
type Way = (id: string) => 'keep' | 'drop' | ((clean: Y.Doc) => void)

function wayOf(doc: Y.Doc, kind: KindName, scrubbing: Scrubbing): Way {
  switch (kind) {
    case 'customers': {
      const [erased, withdrawn] = [new Set(scrubbing.erased), new Set(scrubbing.withdrawn)]
      return id => (erased.has(id) ? 'drop' : withdrawn.has(id) ? clean => writeWithdrawn(doc, clean, id) : 'keep')
    }
    case 'quotes': {
      const dropped = new Set(scrubbing.quotes)
      const marked = new Map(scrubbing.blackened.map(one => [one.quote, one]))
      return id => {
        const mark = marked.get(id)
        if (dropped.has(id)) return 'drop'
        return mark ? clean => copyBlackened(doc, clean, id, mark) : 'keep'
      }
    }
    case 'excerpts': {
      const dropped = new Set(scrubbing.quotes)
      return id => (namesOne(doc, 'excerpts', id, dropped) ? 'drop' : 'keep')
    }
    case 'evidence': {
      const dropped = new Set(scrubbing.quotes)
      for (const id of dropped.size === 0 ? [] : rootOf(doc, 'excerpts').keys()) {
        if (namesOne(doc, 'excerpts', id, dropped)) dropped.add(id)
      }
      return id => (namesOne(doc, 'evidence', id, dropped) ? 'drop' : 'keep')
    }
    default:
      return () => 'keep'
  }
}

/** Whether an excerpt or a piece of evidence stands on one of these quotes. */
function namesOne(doc: Y.Doc, kind: 'excerpts' | 'evidence', id: string, quotes: ReadonlySet<string>): boolean {
  if (quotes.size === 0) return false
  const named = readKept(doc, kind, id)?.record.quote
  return named !== undefined && quotes.has(named)
}

function copyKind(doc: Y.Doc, clean: Y.Doc, kind: KindName, wayOf: Way): void {
  const isValue = KINDS[kind].storage === 'value'
  const copied = new Set<string>()
  for (const [id, stored] of rootOf(doc, kind).entries()) {
    const way = wayOf(id)
    if (way === 'drop') continue
    if (way !== 'keep') way(clean)
    else if (isValue && isPlainObject(stored)) {
      rootOf(clean, kind).set(id, stored)
      copied.add(id)
    } else if (!isValue && stored instanceof Y.Map) rootOf(clean, kind).set(id, stored.clone())
  }
  if (!isValue) return
  for (const [key, value] of changesOf(doc, kind).entries()) {
    const part = partChange(key)
    if (part && copied.has(part.id) && !(value instanceof Y.AbstractType)) changesOf(clean, kind).set(key, value)
  }
}

/** By the key an import knows whose words not to bring in again; the alias is what people call them. */
function writeWithdrawn(doc: Y.Doc, clean: Y.Doc, id: string): void {
  const kept = readKept(doc, 'customers', id)
  if (!kept) return
  const { alias, side, persona, key, mergedInto } = kept.record
  const record = KINDS.customers.make({ id, alias, side, persona, key, mergedInto, consent: 'withdrawn' })
  writeRecord(clean, 'customers', record, kept.order)
  const gone = changesOf(doc, 'customers').get(`${id}/${GONE}`)
  if (kept.isGone && !(gone instanceof Y.AbstractType)) writeMember(clean, 'customers', id, GONE, gone)
}

function copyBlackened(doc: Y.Doc, clean: Y.Doc, id: string, mark: Scrubbing['blackened'][number]): void {
  const stored = rootOf(doc, 'quotes').get(id)
  const text = readKept(doc, 'quotes', id)?.record.text
  if (!isPlainObject(stored) || text === undefined) return
  // Words of another length are others than those in which the spans were chosen: none of them can be told to be free.
  const spans = text.length === mark.length ? mark.spans : [{ start: 0, end: text.length }]
  rootOf(clean, 'quotes').set(id, { ...stored, text: blackened(text, spans) })
  for (const field of [...KINDS.quotes.fieldNames, ORDER, GONE]) {
    const changed = field === 'text' ? undefined : changesOf(doc, 'quotes').get(`${id}/${field}`)
    if (changed !== undefined && !(changed instanceof Y.AbstractType)) {
      changesOf(clean, 'quotes').set(`${id}/${field}`, changed)
    }
  }
}
