import type { z } from 'zod'
import { ID_SPACES, newId } from '../../model/ids.ts'
import { UNKNOWN } from '../../model/kind.ts'
import { type KindName, LIST_NAMES, type ListName } from '../../model/kindNames.ts'
import { KINDS, type RecordOf } from '../../model/kinds.ts'
import { MAX_QUOTES, MAX_RECORDS, MAX_TOUCHPOINTS } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { MAP_RECORD } from '../../model/records/map.ts'
import { recordSchema } from '../../model/schema.ts'
import { isPlainObject, type JsonObject, toJson } from '../../util/json.ts'
import { FORMAT, FORMAT_VERSION } from './write.ts'

/** Why a document is refused: a code for programs and one plain sentence for the person. */
export type Refusal = { code: string; message: string }
/**
 * A map that was read, with the originals that came along (quote id → words before redaction) and the pictures (the name
 * that notes use → base64, whatever it says).
 */
export type ReadMap =
  | { ok: true; map: MapDocument; originals: Map<string, string>; files: Map<string, string> }
  | { ok: false; refusal: Refusal }

const KNOWN_TOP: ReadonlySet<string> = new Set(['format', 'version', 'map', ...LIST_NAMES, 'files'])

function refuse(code: string, message: string): ReadMap {
  return { ok: false, refusal: { code, message } }
}

/** Reads the text of a map document. Never throws. */
export function readJson(text: string): ReadMap {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('not_json', 'This file is not readable as JSON. Export the map again and use that file.')
  }
  return readPlain(value)
}

/** Counts records before anything is built of them. */
function overLimit(raw: Record<string, unknown>): Refusal | null {
  const limits: Partial<Record<ListName, number>> = { touchpoints: MAX_TOUCHPOINTS, quotes: MAX_QUOTES }
  for (const kind of LIST_NAMES) {
    const list = raw[kind]
    const limit = limits[kind] ?? MAX_RECORDS
    if (Array.isArray(list) && list.length > limit) {
      const say = (count: number) => count.toLocaleString('en')
      return {
        code: 'too_many_records',
        message: `This map has ${say(list.length)} ${kind}. One map holds at most ${say(limit)}.`,
      }
    }
  }
  return null
}

/** Finds a member called `__proto__` anywhere: it would change objects instead of being data. */
function hasProto(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > 200) return depth > 200
  if (Object.hasOwn(value, '__proto__')) return true
  return Object.values(value).some(member => hasProto(member, depth + 1))
}

function place(path: readonly PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function explain(kind: KindName, index: number | null, error: z.ZodError): Refusal {
  const issue = error.issues[0]
  const path = place([kind, ...(index === null ? [] : [index]), ...(issue?.path ?? [])])
  const reason = (issue?.message ?? 'not as expected').replace(/^Invalid input: /, '')
  return { code: 'bad_document', message: `This map can't be opened: ${path} is not as it should be (${reason}).` }
}

/** Brings one raw record up to the present version. */
function migrated(kind: KindName, raw: unknown, version: number): unknown {
  if (!isPlainObject(raw)) return raw
  return KINDS[kind].migrations.slice(version - 1).reduce((record, step) => step(record), raw as JsonObject)
}

/**
 * Reads a parsed map document: missing members take their defaults, unknown ones are kept. Never throws.
 * References that name nothing stay as they are: reading the document later mends what is shown, so that
 * nothing is lost at the door.
 */
export function readPlain(raw: unknown): ReadMap {
  if (!isPlainObject(raw)) return refuse('not_a_map', 'This JSON is no Verbatim map.')
  if (raw.format !== FORMAT) {
    return refuse('not_a_map', 'This JSON is no Verbatim map: it comes from another program.')
  }
  const version = raw.version
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('bad_document', "This map can't be opened: its version is no whole number.")
  }
  if (version > FORMAT_VERSION) {
    return refuse('newer_version', 'This map was made by a newer version of Verbatim. Update this one to open it.')
  }
  const tooMany = overLimit(raw)
  if (tooMany) return { ok: false, refusal: tooMany }
  if (hasProto(raw)) {
    return refuse('bad_document', "This map can't be opened: it has a member called __proto__, or is nested too deep.")
  }

  const originals = new Map<string, string>()
  const map = recordSchema('map').safeParse({ ...asObject(migrated('map', raw.map ?? {}, version)), id: MAP_RECORD })
  if (!map.success) return { ok: false, refusal: explain('map', null, map.error) }
  const lists: Partial<Record<ListName, unknown[]>> = {}
  for (const kind of LIST_NAMES) {
    const list = raw[kind] ?? []
    if (!Array.isArray(list)) return refuse('bad_document', `This map can't be opened: ${kind} is no list.`)
    const records: unknown[] = []
    for (const [index, item] of list.entries()) {
      const read = recordSchema(kind).safeParse(migrated(kind, item, version))
      if (!read.success) return { ok: false, refusal: explain(kind, index, read.error) }
      const record = read.data
      if (record.id === '') record.id = newId()
      if (kind === 'quotes') takeOriginal(record as RecordOf<'quotes'>, originals)
      records.push(record)
    }
    lists[kind] = records
  }
  const clash = clashingId(lists)
  if (clash) return { ok: false, refusal: clash }

  const unknown: JsonObject = {}
  for (const [key, value] of Object.entries(raw)) {
    const json = KNOWN_TOP.has(key) ? undefined : toJson(value)
    if (json !== undefined) unknown[key] = json
  }
  const document = { map: map.data, ...lists, ...(Object.keys(unknown).length > 0 ? { [UNKNOWN]: unknown } : {}) }
  return { ok: true, map: document as MapDocument, originals, files: filesOf(raw.files) }
}

function asObject(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : { notAnObject: value }
}

/** They never enter the document either. */
function filesOf(raw: unknown): Map<string, string> {
  const entries = Object.entries(isPlainObject(raw) ? raw : {})
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Takes the words before redaction out of the record: they never enter the document. */
function takeOriginal(quote: RecordOf<'quotes'>, originals: Map<string, string>): void {
  const rest = quote[UNKNOWN]
  if (!rest || !Object.hasOwn(rest, 'original')) return
  if (typeof rest.original === 'string') originals.set(quote.id, rest.original.toWellFormed())
  delete rest.original
  if (Object.keys(rest).length === 0) delete quote[UNKNOWN]
}

/** Ids must be unique within what one reference can name, and differ from its reserved words. */
function clashingId(lists: Partial<Record<ListName, unknown[]>>): Refusal | null {
  const shared = new Set(ID_SPACES.flatMap(space => space.kinds))
  const alone = LIST_NAMES.filter(kind => !shared.has(kind)).map(kind => ({ kinds: [kind], words: [] as string[] }))
  for (const { kinds, words } of [...ID_SPACES, ...alone]) {
    const seen = new Set<string>()
    for (const kind of kinds) {
      for (const record of (lists[kind as ListName] ?? []) as { id: string }[]) {
        const { id } = record
        if (words.includes(id) || id === '__proto__') {
          return {
            code: 'reserved_id',
            message: `This map can't be opened: ${kind} has a record with the id “${id}”, which is a reserved word.`,
          }
        }
        if (seen.has(id)) {
          return { code: 'duplicate_id', message: `This map can't be opened: the id “${id}” in ${kind} is used twice.` }
        }
        seen.add(id)
      }
    }
  }
  return null
}
