import { NAME, TITLE } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import type { ColumnMapping } from './columns.ts'
import { fold, tidy, words } from './fold.ts'
import type { ImportChoices, PainLanding } from './mapping.ts'
import { meansNone, nameFrom } from './meanings.ts'
import { findGoodEnd, type GoodEnd, ratesTouchpoint, type ScoreContext, scoreFeelings } from './scores.ts'
import { sentimentKind, sentimentLevel } from './sentiment.ts'
import { suggestPlaces } from './suggestPlaces.ts'
import type { Table } from './table.ts'
import { cellOf, type TableValues, valuesOf } from './values.ts'

/** More personas than a team draws: such a column is no column of personas. */
const MAX_PERSONAS = 12

/**
 * What an import would best do, for a person to change. Records of the map with the same name are used again; values
 * like "Overall" mean the whole journey, values like "Not assigned" nothing; no pain point is ticked; sentiment is
 * suggested and not accepted. `fileName` names the source when no column does.
 */
export function suggest(
  table: Table,
  columns: ColumnMapping,
  existing: MapDocument,
  options: { fileName?: string } = {},
): ImportChoices {
  const values = valuesOf(table, columns)
  return {
    columns,
    withoutCustomer: 'unknown',
    side: 'customer',
    how: 'written',
    ...suggestPlaces(values, columns, existing),
    pains: values.pains.map(({ value }) => ({ value, ticked: false, landing: painLanding(value) })),
    sentiments: values.sentiments.map(({ value }) => ({ value, kind: sentimentKind(value) ?? 'other' })),
    acceptSentiment: false,
    score: scoreOf(table, columns, values),
    sources: suggestSources(values, existing, options.fileName ?? ''),
    speakers: [],
    session: '',
    saidOn: null,
    sheet: '',
    personas: suggestPersonas(values, existing),
    prompt: columns.prompt === null ? askedIn(table, columns) : '',
    dayOrder: null,
  }
}

function painLanding(value: string): PainLanding {
  return { to: 'new', name: nameFrom(value, TITLE) }
}

/** Suggests a feeling for each value of the score column when its `good` end is as given, for a person who turns it. */
export function suggestScore(table: Table, columns: ColumnMapping, good: GoodEnd): ImportChoices['score'] {
  return scoreOf(table, columns, valuesOf(table, columns), good)
}

function scoreOf(table: Table, columns: ColumnMapping, values: TableValues, good?: GoodEnd): ImportChoices['score'] {
  const written = values.scores.map(({ value }) => value)
  const context = scoreContext(table, columns, values)
  const end = good ?? findGoodEnd(written, context)
  const feelings = scoreFeelings(written, end, context)
  return {
    good: end,
    rates: ratesTouchpoint(context) ? 'touchpoint' : 'whole',
    values: written
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map(value => ({ value, feeling: feelings.get(value) ?? null })),
  }
}

/** What is known about the score column besides its values. */
function scoreContext(table: Table, columns: ColumnMapping, values: TableValues): ScoreContext {
  const sentiments = new Map<string, { sum: number; count: number }>()
  const spelling = new Map(values.scores.map(({ value }) => [fold(value), value]))
  if (columns.score !== null && columns.sentiment !== null) {
    for (const row of table.rows) {
      const value = spelling.get(fold(cellOf(row, columns.score)))
      const level = sentimentLevel(cellOf(row, columns.sentiment))
      if (value === undefined || level === null) continue
      const mean = sentiments.get(value) ?? { sum: 0, count: 0 }
      sentiments.set(value, { sum: mean.sum + level, count: mean.count + 1 })
    }
  }
  return {
    name: columns.score === null ? '' : (table.columns[columns.score] ?? ''),
    scale: values.scoreScales
      .map(({ value }) => value)
      .join('\n')
      .slice(0, 2_000),
    sentiments,
  }
}

const METHODS: readonly (readonly [RegExp, string])[] = [
  [/\binterviews?\b/, 'Interviews'],
  [/\bcomplaints?\b|\bbeschwerden?\b/, 'Complaints'],
  [/\breviews?\b|\btrustpilot\b|\bapp store\b/, 'Reviews'],
  [/\bpanel\b/, 'Panel'],
  [/\bsurveys?\b|\bfft\b|\bfriends and family\b|\bnps\b|\bcsat\b|\bquestionnaire\b|\bumfrage\b|\bsondage\b/, 'Survey'],
]

function suggestSources(values: TableValues, existing: MapDocument, fileName: string): ImportChoices['sources'] {
  const byName = new Map(existing.sources.toReversed().map(source => [fold(source.name), source.id]))
  const stem = stemOf(fileName)
  return values.sources.map(({ value }) => {
    const name = nameFrom(value === '' ? stem : value, NAME)
    const id = byName.get(fold(name))
    if (name === '' || meansNone(name)) return { value, landing: { to: 'none' } }
    if (id !== undefined) return { value, landing: { to: 'existing', id } }
    const method = METHODS.find(([pattern]) => pattern.test(words(name)))?.[1] ?? ''
    return { value, landing: { to: 'new', name, method } }
  })
}

/** A name from that of a file: `panel_march-2.csv` → `panel march 2`. */
export function stemOf(fileName: string): string {
  return tidy(fileName.replace(/\.[A-Za-z]{2,4}$/, '').replace(/[_-]+/g, ' '))
}

function suggestPersonas(values: TableValues, existing: MapDocument): ImportChoices['personas'] {
  const byName = new Map(existing.personas.toReversed().map(persona => [fold(persona.name), persona.id]))
  return values.personas.map(({ value }) => {
    const id = byName.get(fold(value))
    if (id !== undefined) return { value, landing: { to: 'existing', id } }
    if (meansNone(value) || values.personas.length > MAX_PERSONAS) return { value, landing: { to: 'none' } }
    return { value, landing: { to: 'new', name: nameFrom(value, NAME) } }
  })
}

/** Survey exports call the column of answers by the question. */
function askedIn(table: Table, columns: ColumnMapping): string {
  const name = columns.words === null ? '' : (table.columns[columns.words] ?? '')
  const isQuestion = /[?？]\s*$/.test(name) || words(name).split(' ').length >= 5
  return isQuestion ? nameFrom(name, TITLE * 4) : ''
}
