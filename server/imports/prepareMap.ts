import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { encodeDoc } from '#shared/doc/encode.ts'
import { seed } from '#shared/doc/seed.ts'
import { type ReadMap, readJson, readPlain } from '#shared/formats/json/read.ts'
import { extract } from '#shared/formats/png.ts'
import { MAX_ENCODED, TITLE } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { withoutWithdrawn } from '#shared/model/withdrawn.ts'
import { isPlainObject } from '#shared/util/json.ts'
import { takePictures } from '../files/takePictures.ts'
import type { Original, StoredFile } from '../storage/records.ts'
import { redactQuotes } from './redactQuotes.ts'
import { TEMPLATES } from './templates.ts'

/** A map as it goes into the store: its document as one Yjs update, and the words that stay out of it. */
export type Prepared =
  | {
      ok: true
      title: string
      update: Uint8Array<ArrayBuffer>
      originals: readonly Original[]
      files: readonly StoredFile[]
      warnings: readonly string[]
    }
  | Refused
export type Refused = { ok: false; status: 400 | 413 | 415; code: string; message: string }

/** The body of a request for a new map. `type` is its content type without parameters, '' when there is none. */
export type MapRequest = { type: string; body: Uint8Array; now: number }

type Asked =
  | { ok: true; map: MapDocument; originals: ReadonlyMap<string, string>; files: ReadonlyMap<string, string> }
  | Refused

const sampleFile = new URL('../../shared/sample/bicycle-repair.json', import.meta.url)

/** Makes the map that a request asks for: an empty one, a template, the sample, a document, or the one in a picture. */
export async function prepareMap({ type, body, now }: MapRequest): Promise<Prepared> {
  const asked = await askedFor(type, body)
  if (!asked.ok) return asked
  const { map: told, left } = withoutWithdrawn(asked.map)
  const { map, files, warnings } = await takePictures(told, asked.files)
  const { quotes, originals } = redactQuotes(map.quotes, asked.originals)
  const doc = seed({ ...map, quotes }, { person: '', now })
  const update = encodeDoc(doc)
  doc.destroy()
  if (update.length > MAX_ENCODED) {
    return refused(413, 'map_too_large', 'This map is too large: one map holds at most 32 MiB of content.')
  }
  return {
    ok: true,
    title: map.map.title,
    update,
    originals,
    files,
    warnings: [...warnings, ...withdrawnWords(left.length)],
  }
}

function withdrawnWords(quotes: number): string[] {
  if (quotes === 0) return []
  return [
    quotes === 1
      ? 'One quote was left out: its customer has withdrawn consent.'
      : `${quotes.toLocaleString('en')} quotes were left out: their customers have withdrawn consent.`,
  ]
}

async function askedFor(type: string, body: Uint8Array): Promise<Asked> {
  if (type === 'image/png') return fromPicture(body)
  if (/^(image|audio|video)\/|csv|pdf|zip/.test(type)) {
    return refused(415, 'unknown_type', 'A map is made from JSON, or from a PNG that holds one.')
  }
  // Programs that send JSON often call it plain text or a form.
  return fromJson(body)
}

async function fromPicture(body: Uint8Array): Promise<Asked> {
  const json = await extract(body)
  if (json === null)
    return refused(400, 'no_map_inside', 'This picture holds no map. Export it again as PNG and use that file.')
  return typeof json === 'string' ? fromDocument(readJson(json)) : refused(400, 'unreadable_picture', json.refused)
}

function fromJson(body: Uint8Array): Asked {
  let value: unknown = {}
  try {
    if (body.length > 0) value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return refused(400, 'not_json', 'This is not readable as JSON. Export the map again and use that file.')
  }
  return isPlainObject(value) && !isDocument(value) ? fromWishes(value) : fromDocument(readPlain(value))
}

function isDocument(body: Record<string, unknown>): boolean {
  return ['format', 'version', 'map'].some(member => Object.hasOwn(body, member))
}

const wishes = z.strictObject({
  title: z.string().max(TITLE).optional(),
  template: z.string().optional(),
  sample: z.literal(true).optional(),
})

function fromWishes(body: Record<string, unknown>): Asked {
  const read = wishes.safeParse(body)
  if (!read.success || (read.data.sample && read.data.template !== undefined)) {
    const sentence = `A new map takes a title (at most ${TITLE} characters) and the name of a template or "sample": true, or it is a whole map document.`
    return refused(400, 'bad_request', sentence)
  }
  const { title, template, sample } = read.data
  const start = sample ? fromDocument(readJson(readFileSync(sampleFile, 'utf8'))) : fromTemplate(template ?? 'blank')
  if (!start.ok || title === undefined) return start
  return { ...start, map: { ...start.map, map: { ...start.map.map, title: title.toWellFormed() } } }
}

function fromTemplate(name: string): Asked {
  const make = Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined
  if (make) return { ok: true, map: make(), originals: new Map(), files: new Map() }
  const known = Object.keys(TEMPLATES).join(', ')
  return refused(400, 'unknown_template', `There is no template “${name}”. There are: ${known}.`)
}

function fromDocument(read: ReadMap): Asked {
  if (read.ok) return read
  const { code, message } = read.refusal
  return refused(code === 'too_many_records' ? 413 : 400, code, message)
}

function refused(status: Refused['status'], code: string, message: string): Refused {
  return { ok: false, status, code, message }
}
