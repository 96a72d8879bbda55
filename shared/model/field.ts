import { z } from 'zod'
import { isPlainObject, type Json, toJson } from '../util/json.ts'
import type { KindName } from './kindNames.ts'

/**
 * One field of a record: what is accepted at the door, what stands in for a missing value, and how a
 * broken value from a merged document is repaired. `repair` accepts exactly what `schema` accepts
 * (a property test holds them together); it is written by hand because it runs for every field of
 * every record at each opening.
 */
export type Field<T> = {
  readonly schema: z.ZodType<T>
  readonly fallback: T
  /** Never throws. Returns the value itself when it is fine, else the nearest acceptable one. */
  repair(value: unknown): T
  /** Kept as a text that several people can type in at once. */
  readonly typed?: true
  /** A list of which every entry is stored on its own, so that two people can add at once. */
  readonly entries?: true
  /** What the value names. Dangling names are mended by `mend`. */
  readonly names?: readonly NameSpace[]
}

/** What a reference can name: a kind of record, or a word from a fixed list. */
export type NameSpace = KindName | { words: readonly string[] }

type Options = { typed?: true; names?: readonly NameSpace[] }

/** Cuts to at most `max` code units without splitting a character. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')
}

function stringSchema(max: number) {
  return z
    .string()
    .max(max)
    .transform(text => text.toWellFormed())
}

function repairString(value: unknown, max: number): string | undefined {
  return typeof value === 'string' ? cut(value.toWellFormed(), max) : undefined
}

/** A text of at most `max` UTF-16 code units. `typed` texts can be typed in by several people at once. */
export function text(max: number, options: Options = {}): Field<string> {
  return { schema: stringSchema(max), fallback: '', repair: value => repairString(value, max) ?? '', ...options }
}

/** Longest id anybody may bring along. Ours have 16 characters. */
export const MAX_ID = 200

/** The id of a record of one of the named kinds; `''` means none. */
export function reference(...names: NameSpace[]): Field<string> {
  return text(MAX_ID, { names })
}

/** The id of a record of one of the named kinds, or null. */
export function optionalReference(...names: NameSpace[]): Field<string | null> {
  return {
    schema: stringSchema(MAX_ID).nullable(),
    fallback: null,
    repair: value => repairString(value, MAX_ID) ?? null,
    names,
  }
}

/** A text of at most `max` code units, or null. */
export function optionalText(max: number): Field<string | null> {
  return { schema: stringSchema(max).nullable(), fallback: null, repair: value => repairString(value, max) ?? null }
}

/** One of the given words. */
export function oneOf<const W extends string>(words: readonly W[], fallback: W): Field<W> {
  const known = new Set<unknown>(words)
  return { schema: z.enum(words), fallback, repair: value => (known.has(value) ? (value as W) : fallback) }
}

/** One of the given words, or null. */
export function optionalOneOf<const W extends string>(words: readonly W[]): Field<W | null> {
  const known = new Set<unknown>(words)
  return { schema: z.enum(words).nullable(), fallback: null, repair: v => (known.has(v) ? (v as W) : null) }
}

/** A whole number within min…max. */
export function whole(min: number, max: number, fallback: number): Field<number> {
  return {
    schema: z.int().min(min).max(max),
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
    schema: inner.schema.nullable(),
    fallback: null,
    repair: value => (typeof value === 'number' && Number.isFinite(value) ? inner.repair(value) : null),
  }
}

/** Far beyond any map that can be drawn; keeps sums of coordinates exact. */
const MAX_COORDINATE = 1_000_000

/** A coordinate in map units. */
export function coordinate(): Field<number> {
  return {
    schema: z.number().min(-MAX_COORDINATE).max(MAX_COORDINATE),
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
    schema: inner.schema.nullable(),
    fallback: null,
    repair: value => (typeof value === 'number' && Number.isFinite(value) ? inner.repair(value) : null),
  }
}

/** True or false. */
export function flag(fallback: boolean): Field<boolean> {
  return { schema: z.boolean(), fallback, repair: value => (typeof value === 'boolean' ? value : fallback) }
}

/** Whether a text is a day of the calendar in ISO form, as in 2026-02-28. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** An ISO day, or null. */
export function optionalDay(): Field<string | null> {
  return {
    schema: z.string().refine(isDay, 'a day such as 2026-02-28').nullable(),
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
  const scalar = z.union([stringSchema(MAX_DICTIONARY_TEXT), z.number(), z.boolean(), z.null()])
  return {
    schema: z
      .record(stringSchema(MAX_DICTIONARY_KEY), scalar)
      .refine(value => Object.keys(value).length <= MAX_DICTIONARY_ENTRIES, 'at most 500 columns'),
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
    schema: z.array(stringSchema(MAX_ID)).max(MAX_LIST),
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

/** A list of small records of simple fields. */
export function list<const F extends Record<string, Field<unknown>>>(fields: F): Field<Values<F>[]> {
  const names = Object.keys(fields)
  const entry = z.looseObject(
    Object.fromEntries(names.map(name => [name, withDefault(fields[name] as Field<unknown>)])),
  ) as unknown as z.ZodType<Values<F>>
  return {
    schema: z.array(entry).max(MAX_LIST),
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

/** The field's schema with its fallback for a missing value, as the door and the published schema use it. */
export function withDefault(field: Field<unknown>): z.ZodType {
  return field.schema.default(() => structuredClone(field.fallback) as never)
}
