import { z } from 'zod'
import { type JsonObject, toJson } from '../util/json.ts'
import { type Dictionary, type Field, isDay, MAX_ID } from './field.ts'
import { UNKNOWN } from './kind.ts'
import type { KindName } from './kindNames.ts'
import { KINDS, type RecordOf } from './kinds.ts'

/** Texts at the door are made well-formed: half a character would break the bytes of every later export. */
function textSchema(max: number): z.ZodType<string> {
  return z
    .string()
    .max(max)
    .transform(text => text.toWellFormed())
}

function dictionarySchema(maxEntries: number, maxKey: number, maxText: number): z.ZodType<Dictionary> {
  const scalar = z.union([textSchema(maxText), z.number(), z.boolean(), z.null()])
  return z
    .record(z.string().max(maxKey), scalar)
    .refine(value => Object.keys(value).length <= maxEntries, `at most ${maxEntries} columns`)
}

function bareSchema({ rule }: Field<unknown>): z.ZodType {
  switch (rule.type) {
    case 'text':
      return textSchema(rule.max)
    case 'words':
      return z.enum(rule.words as [string, ...string[]])
    case 'whole':
      return z.int().min(rule.min).max(rule.max)
    case 'number':
      return z.number().min(rule.min).max(rule.max)
    case 'flag':
      return z.boolean()
    case 'day':
      return z.string().refine(isDay, 'a day such as 2026-02-28').nullable()
    case 'dictionary':
      return dictionarySchema(rule.maxEntries, rule.maxKey, rule.maxText)
    case 'ids':
      return z.array(textSchema(MAX_ID)).max(rule.maxLength)
    case 'texts':
      return z.array(textSchema(rule.max)).max(rule.maxLength)
    case 'wordList':
      return z.array(z.enum(rule.words as [string, ...string[]])).max(rule.maxLength)
    case 'list':
      return z.array(z.looseObject(shapeOf(rule.fields))).max(rule.maxLength)
  }
}

/** What a field accepts at the door. */
export function fieldSchema(field: Field<unknown>): z.ZodType {
  const schema = bareSchema(field)
  return 'orNull' in field.rule && field.rule.orNull ? schema.nullable() : schema
}

/** The schemas of a table of fields; each fallback stands in for a missing value. */
export function shapeOf(fields: Record<string, Field<unknown>>): Record<string, z.ZodType> {
  const withFallback = (field: Field<unknown>) => fieldSchema(field).default(() => structuredClone(field.fallback))
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, withFallback(field)]))
}

/** Splits members that are no known field off into `~`. */
function unknownMembers(raw: Record<string, unknown>, known: ReadonlySet<string>): JsonObject | undefined {
  let rest: JsonObject | undefined
  for (const [key, value] of Object.entries(raw)) {
    const json = known.has(key) || key === '__proto__' ? undefined : toJson(value)
    if (json === undefined) continue
    rest ??= {}
    rest[key] = json
  }
  return rest
}

function makeRecordSchema(kind: KindName): z.ZodType {
  const { fieldNames } = KINDS[kind]
  const fields: Record<string, Field<unknown>> = KINDS[kind].fields
  const known: ReadonlySet<string> = new Set(['id', ...fieldNames])
  return z.looseObject({ id: textSchema(MAX_ID).default(''), ...shapeOf(fields) }).transform(raw => {
    const record: Record<string, unknown> = { id: raw.id }
    for (const name of fieldNames) record[name] = (raw as Record<string, unknown>)[name]
    const rest = unknownMembers(raw, known)
    if (rest) record[UNKNOWN] = rest
    return record
  })
}

const made = new Map<KindName, z.ZodType>()

/** What a record of a kind must be at the door; what it does not know it keeps under `~`. */
export function recordSchema<K extends KindName>(kind: K): z.ZodType<RecordOf<K>> {
  const schema = made.get(kind) ?? makeRecordSchema(kind)
  made.set(kind, schema)
  return schema as z.ZodType<RecordOf<K>>
}
