import type { Quote } from '../../model/kinds.ts'
import { KINDS } from '../../model/kinds.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import type { ImportChoices } from './mapping.ts'
import { type ImportPlan, type PlanTools, planImport } from './plan.ts'
import type { Table } from './table.ts'
import { type TableValues, valuesOf } from './values.ts'

/** How one row will stand on the map, in words for people. */
export type PreviewQuote = {
  text: string
  /** The customer's alias, or null when unknown. */
  customer: string | null
  stage: string | null
  touchpoint: string | null
  /** Where it lies: on a touchpoint, about a whole stage, about the journey, or in the tray. */
  place: 'touchpoint' | 'stage' | 'journey' | 'tray'
  kind: Quote['kind']
  feeling: number | null
  saidOn: string | null
  channel: string
  score: string
  source: string | null
}

export type ImportPreview = {
  /** Distinct values with their counts, for every role that is mapped by value. */
  values: TableValues
  /** The first rows that come in. */
  first: PreviewQuote[]
  counts: ImportPlan['counts']
  /** New records by kind. */
  adds: {
    stages: number
    touchpoints: number
    customers: number
    sources: number
    personas: number
    painPoints: number
  }
  /** Quotes by where they will lie. */
  places: Record<PreviewQuote['place'], number>
  /** At most `LISTED` of each; the counts are whole. */
  skipped: ImportPlan['skipped']
  duplicates: ImportPlan['duplicates']
  flagged: ImportPlan['flagged']
  warnings: string[]
}

/** Rows of each list that a dialog shows. */
const LISTED = 100
const FIRST = 10

/**
 * What an import would do, small enough for a dialog. In the browser the keys of the map's customers are not known, so
 * customers count as new there and duplicates are found by id and within the file; the server counts exactly.
 */
export function previewImport(
  table: Table,
  choices: ImportChoices,
  existing: MapDocument,
  tools: Pick<PlanTools, 'today'> & Partial<PlanTools>,
): ImportPreview {
  let number = 0
  const plan = planImport(table, choices, existing, {
    customerKey: previewKey,
    newId: () => `new-${++number}`,
    ...tools,
  })
  const { add } = plan
  const quotes = add.quotes ?? []
  const places = { touchpoint: 0, stage: 0, journey: 0, tray: 0 }
  for (const quote of quotes) places[placeOf(quote)]++
  return {
    values: valuesOf(table, choices.columns),
    first: inWords(quotes.slice(0, FIRST), existing, add),
    counts: plan.counts,
    adds: {
      stages: add.stages?.length ?? 0,
      touchpoints: add.touchpoints?.length ?? 0,
      customers: add.customers?.length ?? 0,
      sources: add.sources?.length ?? 0,
      personas: add.personas?.length ?? 0,
      painPoints: add.painPoints?.length ?? 0,
    },
    places,
    skipped: plan.skipped.slice(0, LISTED),
    duplicates: plan.duplicates.slice(0, LISTED),
    flagged: plan.flagged.slice(0, LISTED),
    warnings: [...table.warnings, ...plan.warnings],
  }
}

function placeOf({ touchpoint, about }: Quote): PreviewQuote['place'] {
  if (touchpoint !== null) return 'touchpoint'
  if (about === null) return 'tray'
  return about === 'journey' ? 'journey' : 'stage'
}

function inWords(quotes: readonly Quote[], existing: MapDocument, add: ImportPlan['add']): PreviewQuote[] {
  const customers = new Map([...existing.customers, ...(add.customers ?? [])].map(one => [one.id, one]))
  const stages = new Map([...existing.stages, ...(add.stages ?? [])].map(one => [one.id, one]))
  const touchpoints = new Map([...existing.touchpoints, ...(add.touchpoints ?? [])].map(one => [one.id, one]))
  const sources = new Map([...existing.sources, ...(add.sources ?? [])].map(one => [one.id, one]))
  return quotes.map(quote => {
    const customer = customers.get(quote.customer ?? '')
    const touchpoint = touchpoints.get(quote.touchpoint ?? '')
    const stage = stages.get(touchpoint?.stage ?? quote.about ?? '')
    const source = sources.get(quote.source ?? '')
    return {
      text: quote.text,
      customer: customer ? KINDS.customers.title(customer) : null,
      stage: stage ? KINDS.stages.title(stage) : null,
      touchpoint: touchpoint ? KINDS.touchpoints.title(touchpoint) : null,
      place: placeOf(quote),
      kind: quote.kind,
      feeling: quote.feeling,
      saidOn: quote.saidOn,
      channel: quote.channel,
      score: quote.score,
      source: source ? KINDS.sources.title(source) : null,
    }
  })
}

/**
 * Stands in for the server's keyed hash where only equality within one file matters: two 32-bit multiplicative hashes
 * with different seeds (FNV-1a), 16 hexadecimal digits. It protects nothing and must not leave the browser.
 */
export function previewKey(identity: string): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let at = 0; at < identity.length; at++) {
    const code = identity.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
