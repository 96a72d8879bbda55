import { isPlainObject, type Json, toJson } from '../util/json.ts'
import type { KindName } from './kindNames.ts'

/**
 * What a field accepts, as data. `schema.ts` makes a zod schema of it for the door and the published JSON Schema;
 * `repair` below follows it by hand, because it runs for every field of every record at each opening, in browsers
 * too, which so do without zod.
 */
export type Rule =
  | { type: 'text'; max: number; orNull: boolean }
  | { type: 'words'; words: readonly string[]; orNull: boolean }
  | { type: 'whole'; min: number; max: number; orNull: boolean }
  | { type: 'number'; min: number; max: number; orNull: boolean }
  | { type: 'flag' }
  | { type: 'day' }
  | { type: 'dictionary'; maxEntries: number; maxKey: number; maxText: number }
  | { type: 'ids'; maxLength: number }
  | { type: 'texts'; max: number; maxLength: number }
  | { type: 'wordList'; words: readonly string[]; maxLength: number }
  | { type: 'list'; maxLength: number; fields: Record<string, Field<unknown>> }

/**
 * One field of a record: what is accepted at the door, what stands in for a missing value, and how a
 * broken value from a merged document is repaired. `repair` leaves alone exactly what `rule` accepts
 * (a property test holds them together).
 */
export type Field<T> = {
  readonly rule: Rule
  readonly fallback: T
  /** Never throws. Returns the value itself when it is fine, else the nearest acceptable one. */
  repair(value: unknown): T
  /** Kept as a text that several people can type in at once. */
  readonly typed?: true
  /** A list of which every entry is stored on its own, so that two people can add at once. */
  readonly entries?: true
  /** What the value names. Dangling names are mended by `mend`. */
  readonly names?: readonly NameSpace[]
  /** Left out of the JSON form while it holds its fallback. */
  readonly sparse?: true
}

/** What a reference can name: a kind of record, or a word from a fixed list. */
export type NameSpace = KindName | { words: readonly string[] }

type Options = { typed?: true; names?: readonly NameSpace[] }

/** Cuts to at most `max` code units without splitting a character. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
}

function repairString(value: unknown, max: number): string | undefined {
  return typeof value === 'string' ? cut(value.toWellFormed(), max) : undefined
}

/** A text of at most `max` UTF-16 code units. `typed` texts can be typed in by several people at once. */
export function text(max: number, options: Options = {}): Field<string> {
  return {
    rule: { type: 'text', max, orNull: false },
    fallback: '',
    repair: value => repairString(value, max) ?? '',
    ...options,
  }
}

/** Longest id anybody may bring along. Ours have 16 characters. */
export const MAX_ID = 200

/** The id of a record of one of the named kinds; `''` means none. */
export function reference(...names: NameSpace[]): Field<string> {
  return text(MAX_ID, { names })
}

/** A field that came later: it is written only where it holds something, so that older maps keep their bytes. */
export function sparse<T>(field: Field<T>): Field<T> {
  return { ...field, sparse: true }
}

/** References that are kept when what they name is gone, so that whoever reads them can say so. */
export function mayBeGone<T>(field: Field<T>): Field<T> {
  const { names: _, ...kept } = field
  return kept
}

/** The id of a record of one of the named kinds, or null. */
export function optionalReference(...names: NameSpace[]): Field<string | null> {
  return {
    rule: { type: 'text', max: MAX_ID, orNull: true },
    fallback: null,
    repair: value => repairString(value, MAX_ID) ?? null,
    names,
  }
}

/** A text of at most `max` code units, or null. */
export function optionalText(max: number): Field<string | null> {
  return {
    rule: { type: 'text', max, orNull: true },
    fallback: null,
    repair: value => repairString(value, max) ?? null,
  }
}

/** One of the given words. */
export function oneOf<const W extends string>(words: readonly W[], fallback: W): Field<W> {
  const known = new Set<unknown>(words)
  return {
    rule: { type: 'words', words, orNull: false },
    fallback,
    repair: value => (known.has(value) ? (value as W) : fallback),
  }
}

/** One of the given words, or null. */
export function optionalOneOf<const W extends string>(words: readonly W[]): Field<W | null> {
  const known = new Set<unknown>(words)
  return { rule: { type: 'words', words, orNull: true }, fallback: null, repair: v => (known.has(v) ? (v as W) : null) }
}

/** A whole number within min…max. */
export function whole(min: number, max: number, fallback: number): Field<number> {
  return {
    rule: { type: 'whole', min, max, orNull: false },
    fallback,
    repair: value => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return fallback
      return Math.min(max, Math.max(min, Math.round(value))) + 0
    },
  }
}

/** A whole number within min…max, or null. */
export function optionalWhole(min: number, max: number): Field<number | null> {
  const inner = whole(min, max, min)
  return {
    rule: { type: 'whole', min, max, orNull: true },
    fallback: null,
    repair: value => (typeof value === 'number' && Number.isFinite(value) ? inner.repair(value) : null),
  }
}

/** Far beyond any map that can be drawn; keeps sums of coordinates exact. */
const MAX_COORDINATE = 1_000_000

/** A coordinate in map units. */
export function coordinate(): Field<number> {
  return {
    rule: { type: 'number', min: -MAX_COORDINATE, max: MAX_COORDINATE, orNull: false },
    fallback: 0,
    repair: value => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 0
      return Math.min(MAX_COORDINATE, Math.max(-MAX_COORDINATE, value))
    },
  }
}

/** A coordinate in map units; null means placed by the layout. */
export function optionalCoordinate(): Field<number | null> {
  const inner = coordinate()
  return {
    rule: { type: 'number', min: -MAX_COORDINATE, max: MAX_COORDINATE, orNull: true },
    fallback: null,
    repair: value => (typeof value === 'number' && Number.isFinite(value) ? inner.repair(value) : null),
  }
}

/** True or false. */
export function flag(fallback: boolean): Field<boolean> {
  return { rule: { type: 'flag' }, fallback, repair: value => (typeof value === 'boolean' ? value : fallback) }
}

/** Whether a text is a day of the calendar in ISO form, as in 2026-02-28. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))]
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month] ?? 0))
}

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** An ISO day, or null. */
export function optionalDay(): Field<string | null> {
  return {
    rule: { type: 'day' },
    fallback: null,
    repair: value => (isDay(value) ? value : null),
  }
}

type Scalar = string | number | boolean | null
/** Columns of an imported row, facets of a customer: names to simple values. */
export type Dictionary = { [name: string]: Scalar }

const MAX_DICTIONARY_ENTRIES = 500
const MAX_DICTIONARY_KEY = 500
const MAX_DICTIONARY_TEXT = 100_000

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'boolean' || typeof value === 'string' || Number.isFinite(value)
}

/** Names to simple values, in their own order. */
export function dictionary(): Field<Dictionary> {
  return {
    rule: {
      type: 'dictionary',
      maxEntries: MAX_DICTIONARY_ENTRIES,
      maxKey: MAX_DICTIONARY_KEY,
      maxText: MAX_DICTIONARY_TEXT,
    },
    fallback: {},
    repair: value => {
      if (!isPlainObject(value)) return {}
      const clean: Dictionary = {}
      for (const [key, member] of Object.entries(value).slice(0, MAX_DICTIONARY_ENTRIES)) {
        if (key === '__proto__' || !isScalar(member)) continue
        clean[cut(key.toWellFormed(), MAX_DICTIONARY_KEY)] =
          typeof member === 'string' ? cut(member.toWellFormed(), MAX_DICTIONARY_TEXT) : member
      }
      return clean
    },
  }
}

const MAX_LIST = 1_000

/** A list of ids without repetitions. */
export function idList(...names: NameSpace[]): Field<string[]> {
  return {
    rule: { type: 'ids', maxLength: MAX_LIST },
    fallback: [],
    entries: true,
    names,
    repair: value => {
      if (!Array.isArray(value)) return []
      return [...new Set(value.filter(id => typeof id === 'string').map(id => cut(id.toWellFormed(), MAX_ID)))].slice(
        0,
        MAX_LIST,
      )
    },
  }
}

/** A list of texts of at most `max` code units each. */
export function textList(max: number): Field<string[]> {
  return {
    rule: { type: 'texts', max, maxLength: MAX_LIST },
    fallback: [],
    entries: true,
    repair: value => {
      if (!Array.isArray(value)) return []
      return value.slice(0, MAX_LIST).flatMap(text => repairString(text, max) ?? [])
    },
  }
}

/** A list of some of the given words. */
export function wordList<const W extends string>(words: readonly W[]): Field<W[]> {
  const known = new Set<unknown>(words)
  return {
    rule: { type: 'wordList', words, maxLength: MAX_LIST },
    fallback: [],
    entries: true,
    repair: value => {
      if (!Array.isArray(value)) return []
      return value.filter((word): word is W => known.has(word)).slice(0, MAX_LIST)
    },
  }
}

/** A list of small records of simple fields. */
export function list<const F extends Record<string, Field<unknown>>>(fields: F): Field<Values<F>[]> {
  const names = Object.keys(fields)
  return {
    rule: { type: 'list', maxLength: MAX_LIST, fields },
    fallback: [],
    entries: true,
    repair: value => {
      if (!Array.isArray(value)) return []
      return value
        .slice(0, MAX_LIST)
        .filter(isPlainObject)
        .map(raw => {
          const clean: Record<string, unknown> = {}
          for (const name of names) clean[name] = fields[name]?.repair(raw[name])
          for (const [key, member] of Object.entries(raw)) {
            const json: Json | undefined = toJson(member)
            if (!Object.hasOwn(fields, key) && key !== '__proto__' && json !== undefined) clean[key] = json
          }
          return clean as Values<F>
        })
    },
  }
}

/** The values that a table of fields holds. */
export type Values<F> = { [N in keyof F]: F[N] extends Field<infer T> ? T : never }
