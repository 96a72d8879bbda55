import { z } from 'zod'
import { KIND_NAMES } from '../../model/kindNames.ts'
import { KINDS } from '../../model/kinds.ts'
import { shapeOf } from '../../model/schema.ts'
import { FORMAT, FORMAT_VERSION } from './write.ts'

/** The published JSON Schema of a map document, made from the same fields that the door checks. */
export function mapSchema(): object {
  const record = (kind: (typeof KIND_NAMES)[number]) => {
    const shape = shapeOf(KINDS[kind].fields)
    return z.looseObject(kind === 'map' ? shape : { id: z.string().max(200), ...shape })
  }
  const lists = Object.fromEntries(
    KIND_NAMES.filter(kind => kind !== 'map').map(kind => [kind, z.array(record(kind)).default([])]),
  )
  const document = z.looseObject({
    format: z.literal(FORMAT),
    version: z.literal(FORMAT_VERSION),
    map: record('map').optional(),
    ...lists,
    files: z.record(z.string(), z.base64()).optional(),
  })
  const schema = z.toJSONSchema(document, { io: 'input', unrepresentable: 'any' })
  return { ...schema, $id: '/schema/map-1.json', title: 'Verbatim map, version 1' }
}
