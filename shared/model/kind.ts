import { isPlainObject, type JsonObject, toJson } from '../util/json.ts'
import type { Field, Values } from './field.ts'

export type Fields = Record<string, Field<unknown>>

/** Members that this version does not know; kept and given back unchanged. */
export const UNKNOWN = '~'

/** A record as the program holds it: its id, its fields, and what this version does not know. */
export type RecordWith<F> = { id: string } & Values<F> & { [UNKNOWN]?: JsonObject }

/**
 * How a kind lies in the shared document. `fields`: one shared map per record, for what people edit
 * together. `value`: one plain value per record, for what is many and mostly written once.
 */
export type Storage = 'fields' | 'value'

type Definition<N extends string, F extends Fields> = {
  name: N
  storage: Storage
  fields: F
  /** Fields that make up the place of a record: written as one value, so that a move never tears. */
  place?: readonly (keyof F & string)[]
  /** Left out of the JSON form while there is none: the kind came later, and older maps keep their bytes. */
  sparse?: true
  /** What a person calls this record, never empty. */
  title(record: RecordWith<F>): string
  /** Takes a stored or imported record of an older document version one step up; index 0 is from version 1. */
  migrations?: readonly ((record: JsonObject) => JsonObject)[]
}

export type Kind<N extends string = string, F extends Fields = Fields> = {
  readonly name: N
  readonly storage: Storage
  readonly fields: F
  readonly fieldNames: readonly string[]
  readonly place: readonly string[]
  readonly sparse: boolean
  readonly migrations: readonly ((record: JsonObject) => JsonObject)[]
  title(record: RecordWith<F>): string
  /** A record with defaults for whatever is not given. */
  make(values: { id: string } & Partial<Values<F>> & { [UNKNOWN]?: JsonObject }): RecordWith<F>
  /** The nearest proper record to whatever is given; never throws. */
  repair(id: string, raw: Record<string, unknown>): RecordWith<F>
}

/** Declares a kind of record. Everything that the program asks about a kind, it asks here. */
export function defineKind<const N extends string, const F extends Fields>(definition: Definition<N, F>): Kind<N, F> {
  const { fields } = definition
  const fieldNames = Object.keys(fields)
  const entries = Object.entries<Field<unknown>>(fields)
  /** All members in their order, which a record is copied from: made one by one they take several times as long. */
  const blank: Record<string, unknown> = {
    id: '',
    ...Object.fromEntries(entries.map(([name, field]) => [name, field.fallback])),
  }
  const own = entries.filter(([, { fallback }]) => typeof fallback === 'object' && fallback !== null)

  return {
    name: definition.name,
    storage: definition.storage,
    fields,
    fieldNames,
    place: definition.place ?? [],
    sparse: definition.sparse ?? false,
    migrations: definition.migrations ?? [],
    title: definition.title,
    make(values) {
      const given: Record<string, unknown> = values
      const record: Record<string, unknown> = { id: values.id }
      for (const name of fieldNames) {
        const value = given[name]
        record[name] = value === undefined ? copied(fields[name]?.fallback) : value
      }
      if (values[UNKNOWN]) record[UNKNOWN] = values[UNKNOWN]
      return record as RecordWith<F>
    },
    repair(id, raw) {
      const record = { ...blank }
      record.id = id
      for (const [name, { fallback }] of own) record[name] = copied(fallback)
      for (const [name, field] of entries) {
        const value = raw[name]
        if (value !== undefined) record[name] = field.repair(value)
      }
      const rest = raw[UNKNOWN]
      if (isPlainObject(rest)) {
        const json = toJson(rest) as JsonObject | undefined
        if (json && Object.keys(json).length > 0) record[UNKNOWN] = json
      }
      return record as RecordWith<F>
    },
  }
}

/** Only lists and dictionaries, which are empty, need one of their own for each record. */
function copied(fallback: unknown): unknown {
  if (typeof fallback !== 'object' || fallback === null) return fallback
  return Array.isArray(fallback) ? [] : {}
}

/** A text for people: the given one without surrounding space, or the stand-in when nothing is left. */
export function named(text: string, standIn: string): string {
  return text.trim() || standIn
}
