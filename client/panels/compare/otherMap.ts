import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mend } from '#shared/model/mend.ts'
import { api } from '../../api/api.ts'
import { tokenFor } from '../../api/tokens.ts'

/** Another map, as it was when it was fetched or exported; or why it can't be read, in a sentence. */
export type OtherMap = { ok: true; map: MapDocument } | { ok: false; message: string }

/** Fetches a map that this browser knows, with the right by which it was opened last. */
export async function fetchMap(id: string, signal: AbortSignal): Promise<OtherMap> {
  const token = tokenFor(id)
  if (token === null) return { ok: false, message: 'This browser has no way into that map any more.' }
  const answer = await api(token).download(id, 'json', {}, signal)
  return answer.ok ? readMap(answer.value.blob) : { ok: false, message: answer.message }
}

/** Reads a map that was exported as JSON. */
export async function readMap(file: Blob): Promise<OtherMap> {
  try {
    const text = await file.text()
    await import('../import/jitless.ts')
    const { readJson } = await import('#shared/formats/json/read.ts')
    const read = readJson(text)
    return read.ok ? { ok: true, map: mend(read.map) } : { ok: false, message: read.refusal.message }
  } catch {
    return { ok: false, message: 'This file can’t be read. It may have been moved; choose it again.' }
  }
}
