import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { garbage } from '../testing/arbitraryMap.ts'
import { sameJson, toJson } from '../util/json.ts'
import type { Field } from './field.ts'
import { KIND_NAMES } from './kindNames.ts'
import { KINDS } from './kinds.ts'
import { fieldSchema } from './schema.ts'

const allFields = KIND_NAMES.flatMap(kind =>
  Object.entries(KINDS[kind].fields as Record<string, Field<unknown>>).map(([name, field]) => ({
    name: `${kind}.${name}`,
    field,
  })),
)

const aField = fc.constantFrom(...allFields)

describe('fields', () => {
  it('repair anything into something that the door accepts', () => {
    fc.assert(
      fc.property(aField, garbage, ({ field }, value) => {
        const repaired = field.repair(value)
        expect(fieldSchema(field).safeParse(repaired).success).toBe(true)
        expect(field.repair(repaired)).toEqual(repaired)
      }),
      { numRuns: 3000 },
    )
  })

  it('leave alone what the door accepts', () => {
    fc.assert(
      fc.property(aField, fc.oneof(garbage, fc.integer({ min: -3, max: 500 }), fc.string()), ({ field }, anything) => {
        // What comes to the door was read as JSON; repetitions in a list of ids are mended on the way in.
        const value = toJson(anything)
        const parsed = fieldSchema(field).safeParse(value)
        const repeats = field.rule.type === 'ids' && Array.isArray(value) && new Set(value).size < value.length
        fc.pre(value !== undefined && parsed.success && !repeats)
        expect(sameJson(field.repair(value), parsed.data)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('have a fallback that the door accepts', () => {
    for (const { name, field } of allFields)
      expect(fieldSchema(field).safeParse(field.fallback).success, name).toBe(true)
  })
})
