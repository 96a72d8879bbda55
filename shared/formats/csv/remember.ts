import type { MapDocument } from '../../model/MapDocument.ts'
import type { ColumnMapping } from './columns.ts'
import { fold } from './fold.ts'
import type { ImportChoices } from './mapping.ts'
import { suggest, suggestScore } from './suggest.ts'
import type { Table } from './table.ts'
import { pairKey } from './values.ts'

/**
 * Applies choices remembered from an earlier file with the same columns: what was chosen for a value holds again where
 * it can, every value not seen before gets its suggestion, and so does one that pointed to a record which this map
 * does not have.
 */
export function reapply(
  remembered: ImportChoices,
  table: Table,
  existing: MapDocument,
  options: { fileName?: string } = {},
): ImportChoices {
  const fresh = suggest(table, within(remembered.columns, table.columns.length), existing, options)
  const has = {
    stages: ids(existing.stages),
    touchpoints: ids(existing.touchpoints),
    sources: ids(existing.sources),
    personas: ids(existing.personas),
    painPoints: ids(existing.painPoints),
  }
  const holds = (landing: { to: string; id?: string }, known: ReadonlySet<string>) =>
    landing.to !== 'existing' || known.has(landing.id ?? '')

  const pains = new Map(remembered.pains.map(entry => [fold(entry.value), entry]))
  const sentiments = new Map(remembered.sentiments.map(({ value, kind }) => [fold(value), kind]))
  const score = suggestScore(table, fresh.columns, remembered.score.good)
  const feelings = new Map(remembered.score.values.map(({ value, feeling }) => [fold(value), feeling]))
  return {
    ...remembered,
    columns: fresh.columns,
    stages: again(
      remembered.stages,
      fresh.stages,
      entry => fold(entry.value),
      l => holds(l, has.stages),
    ),
    touchpoints: again(
      remembered.touchpoints,
      fresh.touchpoints,
      entry => pairKey(entry.stage, entry.value),
      landing => holds(landing, has.touchpoints),
    ),
    sources: again(
      // What a file's name suggested says nothing about the next file.
      remembered.sources.filter(({ value }) => value !== ''),
      fresh.sources,
      entry => fold(entry.value),
      landing => holds(landing, has.sources),
    ),
    personas: again(
      remembered.personas,
      fresh.personas,
      entry => fold(entry.value),
      l => holds(l, has.personas),
    ),
    pains: fresh.pains.map(entry => {
      const before = pains.get(fold(entry.value))
      return before && holds(before.landing, has.painPoints) ? { ...before, value: entry.value } : entry
    }),
    sentiments: fresh.sentiments.map(({ value, kind }) => ({ value, kind: sentiments.get(fold(value)) ?? kind })),
    score: {
      ...score,
      rates: remembered.score.rates,
      values: score.values.map(({ value, feeling }) => {
        const before = feelings.get(fold(value))
        return { value, feeling: before === undefined ? feeling : before }
      }),
    },
  }
}

/** The fresh entries in their order, each with the landing of the remembered one for the same value where it holds. */
function again<E extends { value: string; landing: { to: string; name?: string } }>(
  remembered: readonly E[],
  fresh: readonly E[],
  key: (entry: E) => string,
  holds: (landing: E['landing']) => boolean,
): E[] {
  const known = new Map(remembered.map(entry => [key(entry), entry.landing]))
  return fresh.map(entry => {
    const landing = known.get(key(entry))
    if (landing === undefined || !holds(landing)) return entry
    // What was new then, under the value's own name, may be on the map now.
    const isNamesake = landing.to === 'new' && fold(landing.name ?? '') === fold(entry.value)
    return isNamesake && entry.landing.to === 'existing' ? entry : { ...entry, landing }
  })
}

function ids(records: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id))
}

function within(columns: ColumnMapping, width: number): ColumnMapping {
  return Object.fromEntries(
    Object.entries(columns).map(([role, column]) => [role, column !== null && column < width ? column : null]),
  ) as ColumnMapping
}
