import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ReadMap, readJson, readPlain } from '#shared/formats/json/read.ts'
import { TITLE } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { isPlainObject } from '#shared/util/json.ts'
import type { Original } from '../storage/records.ts'
import { redactQuotes } from './redactQuotes.ts'
import { TEMPLATES } from './templates.ts'

export type Asked =
  | { ok: true; map: MapDocument; originals: readonly Original[] }
  | { ok: false; status: 400 | 413 | 415; code: string; message: string }

const sampleFile = new URL('../../shared/sample/bicycle-repair.json', import.meta.url)

/** The map that somebody asks for by the body of a request: nothing, a title, a template, the sample or a whole map. */
export function newMapFrom(contentType: string, body: Uint8Array): Asked {
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type !== '' && type !== 'application/json') {
    return refused(415, 'unknown_type', 'A map is made from JSON, or from a PNG that holds one.')
  }
  let value: unknown = {}
  try {
    if (body.length > 0) value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return refused(400, 'not_json', 'This is not readable as JSON. Export the map again and use that file.')
  }
  return isPlainObject(value) && !isWholeMap(value) ? fromWishes(value) : fromDocument(readPlain(value))
}

function isWholeMap(body: Record<string, unknown>): boolean {
  return ['format', 'version', 'map'].some(member => Object.hasOwn(body, member))
}

const wishes = z.strictObject({
  title: z.string().max(TITLE).optional(),
  template: z.string().optional(),
  sample: z.literal(true).optional(),
})

function fromWishes(body: Record<string, unknown>): Asked {
  const read = wishes.safeParse(body)
  if (!read.success) {
    return refused(
      400,
      'bad_request',
      `A new map takes a title (text of at most ${TITLE} characters), a template (a name), "sample": true, or a whole map.`,
    )
  }
  const { title, template, sample } = read.data
  if (sample && template !== undefined)
    return refused(400, 'bad_request', 'Ask for the sample or for a template, not both.')
  const make = Object.hasOwn(TEMPLATES, template ?? 'blank') ? TEMPLATES[template ?? 'blank'] : undefined
  if (!make) {
    const known = Object.keys(TEMPLATES).join(', ')
    return refused(400, 'unknown_template', `There is no template “${template}”. There are: ${known}.`)
  }
  const asked = sample
    ? fromDocument(readJson(readFileSync(sampleFile, 'utf8')))
    : { ok: true as const, map: make(), originals: [] }
  if (!asked.ok || title === undefined) return asked
  return { ...asked, map: { ...asked.map, map: { ...asked.map.map, title: title.toWellFormed() } } }
}

function fromDocument(read: ReadMap): Asked {
  if (!read.ok) {
    const { code, message } = read.refusal
    return refused(code === 'too_many_records' ? 413 : 400, code, message)
  }
  const { quotes, originals } = redactQuotes(read.map.quotes, read.originals)
  return { ok: true, map: { ...read.map, quotes }, originals }
}

function refused(status: 400 | 413 | 415, code: string, message: string): Asked {
  return { ok: false, status, code, message }
}
