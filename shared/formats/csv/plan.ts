import type { Dictionary } from '../../model/field.ts'
import type { ListName } from '../../model/kindNames.ts'
import { KINDS, type Quote, type RecordOf } from '../../model/kinds.ts'
import { MAX_QUOTES } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { singleChannels } from './channels.ts'
import { createCustomers } from './customers.ts'
import { createDuplicates, type Earlier } from './duplicates.ts'
import { fold } from './fold.ts'
import { createLanding } from './landing.ts'
import type { ImportChoices } from './mapping.ts'
import { createRowReader } from './readRow.ts'
import { createSources } from './sources.ts'
import { createSpeakers } from './speakers.ts'
import type { Table } from './table.ts'
import { cellOf } from './values.ts'

/** What a plan takes from outside, so that it is the same on the server, in the browser and in a test. */
export type PlanTools = {
  /** A keyed hash of an identity, at least 16 characters that spread; the same identity always gives the same. */
  customerKey(identity: string): string
  newId(): string
  /** The ISO day of the import; a later one was not yet when somebody spoke. */
  today: string
  /** Is told now and then how many rows are done. */
  onRows?: ((done: number) => void) | undefined
}

/** Rows after which somebody who waits is told. */
const TELL_EVERY = 500

/** The words and cells of a quote before redaction. `row` holds only the cells that redaction changed. */
export type Original = { quote: string; text: string; row: Dictionary }

export type ImportPlan = {
  /** New records by kind, in the order of the map; kinds without any are absent. */
  add: { [N in ListName]?: RecordOf<N>[] }
  originals: Original[]
  counts: {
    rows: number
    added: number
    duplicates: number
    skipped: number
    /** Added, with the same words as somebody else's. */
    flagged: number
    /** Added, with something redacted in words or row. */
    redacted: number
    dated: number
    /** New customers. */
    customers: number
    /** Added without a known customer. */
    unknown: number
    /** Turns of a transcript that stand as the questions of others. */
    asked: number
  }
  /** Rows are named by the line of the file on which they begin. */
  skipped: { row: number; reason: string }[]
  duplicates: { row: number; reason: string; of: Earlier }[]
  flagged: { row: number; of: Earlier }[]
  warnings: string[]
}

/**
 * Plans what an import adds to a map, without changing anything. Every row of the table is added, a duplicate, a question
 * to what follows, or skipped with its reason. The customers' identities enter nothing: neither their column, nor an id that holds one, nor
 * another cell or the words where they name it. Never throws, for any table and choices.
 */
export function planImport(table: Table, choices: ImportChoices, existing: MapDocument, tools: PlanTools): ImportPlan {
  const reader = createRowReader(table, choices, tools)
  const customers = createCustomers(existing, tools.newId)
  const sources = createSources(choices, existing, tools.newId)
  const seen = createDuplicates(existing, choices.session !== '')
  const speakers = createSpeakers(choices)
  const landing = createLanding(choices, existing, tools.newId, singleChannels(table, choices.columns))
  const feelings = new Map(choices.score.values.map(({ value, feeling }) => [fold(value), feeling]))
  const kinds = new Map(choices.sentiments.map(({ value, kind }) => [fold(value), kind]))

  const quotes: Quote[] = []
  const originals: Original[] = []
  const skipped: ImportPlan['skipped'] = []
  const duplicates: ImportPlan['duplicates'] = []
  const flagged: ImportPlan['flagged'] = []
  let asked = 0

  for (const [index, cells] of table.rows.entries()) {
    const row = table.lines[index] ?? index + 1
    if (index % TELL_EVERY === 0) tools.onRows?.(index)
    const turn = speakers.take(cellOf(cells, choices.columns.customer), cellOf(cells, choices.columns.words))
    if (turn.is === 'asked') {
      asked++
      continue
    }
    if (turn.is === 'left out') {
      skipped.push({ row, reason: turn.reason })
      continue
    }
    const read = reader.read(cells, turn.question)
    if ('refused' in read) {
      skipped.push({ row, reason: read.refused })
      continue
    }
    const customer = read.key === null ? null : customers.find(read.key)
    if (customer?.withdrawn) {
      skipped.push({ row, reason: 'This customer has withdrawn consent.' })
      continue
    }
    const { text, ref } = read
    const saidOn = read.saidOn ?? choices.saidOn
    const source = sources.find(read.source)
    const candidate = { text, customer: customer?.id ?? null, source, ref, row: read.row }
    const duplicate = seen.find(candidate)
    if (duplicate) {
      duplicates.push({ row, ...duplicate })
      continue
    }
    if (existing.quotes.length + quotes.length >= MAX_QUOTES) {
      skipped.push({ row, reason: `The map is full: it holds ${MAX_QUOTES.toLocaleString('en')} quotes.` })
      continue
    }

    const same = seen.sameWords(candidate)
    if (same) flagged.push({ row, of: same })
    seen.add(candidate, { row })

    const place = landing.place(read.stage, read.touchpoint)
    landing.painPoints(read.pains, place.touchpoint)
    sources.settle(source, saidOn)
    if (read.key !== null) {
      customers.settle(read.key, { side: turn.side, persona: landing.persona(read.persona), facets: read.facets })
    }
    const feeling = choices.score.rates === 'touchpoint' ? (feelings.get(fold(read.scoreValue)) ?? null) : null
    const quote = KINDS.quotes.make({
      id: tools.newId(),
      text,
      customer: candidate.customer,
      ...place,
      kind: choices.acceptSentiment ? (kinds.get(fold(read.sentiment)) ?? 'other') : 'other',
      feeling,
      feelingFrom: feeling === null ? null : 'score',
      how: choices.how,
      prompt: read.prompt,
      saidOn,
      channel: read.channel,
      score: read.score,
      source,
      ref,
      row: read.row,
      // In a session the reference says where: the time, or which turn it was.
      line: choices.session === '' ? row : null,
    })
    quotes.push(quote)
    if (read.original) originals.push({ quote: quote.id, ...read.original })
  }

  const lists = { customers: customers.made(), sources: sources.made(), ...landing.made(), quotes }
  return {
    add: Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    originals,
    counts: {
      rows: table.rows.length,
      added: quotes.length,
      duplicates: duplicates.length,
      skipped: skipped.length,
      flagged: flagged.length,
      redacted: originals.length,
      dated: quotes.filter(({ saidOn }) => saidOn !== null).length,
      customers: lists.customers.length,
      unknown: quotes.filter(({ customer }) => customer === null).length,
      asked,
    },
    skipped,
    duplicates,
    flagged,
    warnings: reader.warnings(),
  }
}
