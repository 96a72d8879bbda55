import { distinctIds } from '../../model/distinctIds.ts'
import type { Field } from '../../model/field.ts'
import { UNKNOWN } from '../../model/kind.ts'
import { type KindName, LIST_NAMES } from '../../model/kindNames.ts'
import { KINDS } from '../../model/kinds.ts'
import type { MapDocument } from '../../model/MapDocument.ts'

export const FORMAT = 'verbatim-map'
export const FORMAT_VERSION = 1

/** Members added to a record on the way out, such as a quote's `original`. */
export type Extra = (kind: KindName, id: string) => Record<string, unknown> | undefined

function fieldsOf(kind: KindName): [string, Field<unknown>][] {
  return Object.entries(KINDS[kind].fields)
}

/** `known` is the id that the record has on the open map. */
function plainRecord(
  kind: KindName,
  record: Record<string, unknown>,
  known: string,
  extra?: Extra,
): Record<string, unknown> {
  const plain: Record<string, unknown> = kind === 'map' ? {} : { id: record.id }
  for (const [name, { sparse, fallback }] of fieldsOf(kind)) {
    if (!sparse || !isSame(record[name], fallback)) plain[name] = record[name]
  }
  return Object.assign(plain, extra?.(kind, known), record[UNKNOWN])
}

function isSame(value: unknown, fallback: unknown): boolean {
  return value === fallback || (Array.isArray(value) && Array.isArray(fallback) && value.length + fallback.length === 0)
}

/** Pictures that go along with a map, in base64, by their hashes; written in the order given. */
export type Files = ReadonlyMap<string, string>

/**
 * A map as the plain object of its JSON form: known members in the fixed order, unknown ones after them. Records that
 * share an id get ids of their own, so that what is written can be read.
 */
export function toPlain(map: MapDocument, extra?: Extra, files: Files = new Map()): Record<string, unknown> {
  const distinct = distinctIds(map)
  const plain: Record<string, unknown> = {
    format: FORMAT,
    version: FORMAT_VERSION,
    map: plainRecord('map', distinct.map, map.map.id, extra),
  }
  for (const kind of LIST_NAMES) {
    if (KINDS[kind].sparse && map[kind].length === 0) continue
    plain[kind] = distinct[kind].map((record, at) => plainRecord(kind, record, map[kind][at]?.id ?? record.id, extra))
  }
  if (files.size > 0) plain.files = Object.fromEntries(files)
  return Object.assign(plain, map[UNKNOWN])
}

/** A map as JSON text: two-space indent and a final newline. Writing what was read from it gives the same bytes. */
export function writeJson(map: MapDocument, extra?: Extra, files?: Files): string {
  return `${JSON.stringify(toPlain(map, extra, files), null, 2)}\n`
}
