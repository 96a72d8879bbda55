import type * as Y from 'yjs'
import type { Change } from '#shared/doc/change.ts'
import { readEntry } from '#shared/doc/read.ts'
import type { Field } from '#shared/model/field.ts'
import { named } from '#shared/model/kind.ts'
import type { KindName } from '#shared/model/kindNames.ts'
import { KINDS } from '#shared/model/kinds.ts'

const ONE: Record<KindName, string> = {
  map: 'the map',
  personas: 'persona',
  teams: 'team',
  customers: 'customer',
  sources: 'source',
  stages: 'stage',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  links: 'link',
  notes: 'note',
  assumptions: 'assumption',
  quotes: 'quote',
  excerpts: 'excerpt',
  painPoints: 'pain point',
  opportunities: 'opportunity',
  evidence: 'evidence',
  scenes: 'scene',
  promises: 'promise',
  guesses: 'guess',
  votes: 'vote',
}

/** Fields that are what a record is called: there the new words alone say what was written. */
const NAMES = new Set(['title', 'name', 'text'])

/** Code units of a record's name inside a line; what was written itself is never cut. */
const NAME_SHOWN = 60

/** What a record is called now; null when there is none. */
export type TitleOf = (kind: KindName, id: string) => string | null

/** Titles as they stand in a document. */
export function titlesIn(doc: Y.Doc): TitleOf {
  return (kind, id) => {
    const entry = readEntry(doc, kind, id)
    return entry ? titled(kind, entry.record) : null
  }
}

/** A change in words, with what was written in it, so that it can be done again by hand. */
export function changeInWords(change: Change, titleOf: TitleOf): string {
  const { kind } = change
  switch (change.do) {
    case 'add':
      return `Added ${ONE[kind]}: ${titled(kind, change.record)}`
    case 'set':
      return setInWords(change.kind, change.id, change.fields, titleOf)
    case 'type': {
      const to = named(change.to, 'nothing')
      if (NAMES.has(change.field)) return `Wrote in ${ONE[kind]}: ${to}`
      return `Wrote in ${recordInWords(kind, change.id, titleOf)}, ${spaced(change.field)}: ${to}`
    }
    case 'move':
      return `Moved ${recordInWords(kind, change.id, titleOf)}`
    case 'remove':
      return `Deleted ${recordInWords(kind, change.id, titleOf)}`
    case 'restore':
      return `Brought back ${recordInWords(kind, change.id, titleOf)}`
  }
}

/** A record as a person would point to it: its kind, and what it is called. */
export function recordInWords(kind: KindName, id: string, titleOf: TitleOf): string {
  const title = kind === 'map' ? null : titleOf(kind, id)
  if (title === null) return ONE[kind]
  return `${ONE[kind]} “${title.length > NAME_SHOWN ? `${title.slice(0, NAME_SHOWN).toWellFormed()}…` : title}”`
}

function setInWords(kind: KindName, id: string, fields: object, titleOf: TitleOf): string {
  const { place } = KINDS[kind]
  const record = recordInWords(kind, id, titleOf)
  const entries = Object.entries(fields)
  const isMove = entries.length > 0 && entries.every(([name]) => place.includes(name))
  // Where exactly in a cell a card lay can't be told in words.
  const told = isMove ? entries.filter(([name]) => name !== 'x' && name !== 'y') : entries
  const words = told.map(([name, value]) => `${spaced(name)} ${valueInWords(kind, name, value, titleOf)}`)
  return [`${isMove ? 'Moved' : 'Changed'} ${record}`, ...(words.length > 0 ? [words.join(', ')] : [])].join(': ')
}

function valueInWords(kind: KindName, name: string, value: unknown, titleOf: TitleOf): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return String(value.length)
  if (typeof value === 'object') return 'changed'
  const { names = [] } = (KINDS[kind].fields as Record<string, Field<unknown>>)[name] ?? {}
  const titles = names.flatMap(space => (typeof space === 'string' ? (titleOf(space, String(value)) ?? []) : []))
  return titles[0] ?? String(value)
}

function titled(kind: KindName, record: unknown): string {
  // Each kind's `title` takes its own records, and `kind` says which this is.
  return (KINDS[kind].title as (record: unknown) => string)(record)
}

/** `momentOfTruth` as “moment of truth”. */
function spaced(field: string): string {
  return field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}
