import type { Refused } from './prepareMap.ts'

/** A file that is to be imported, with the choices that came along (null: none). */
export type Upload = { ok: true; file: Uint8Array<ArrayBuffer>; fileName: string; choices: unknown }

/**
 * The file inside a request's body: the body itself, or the part `file` of a form, beside which the part `choices` may
 * hold JSON.
 */
export async function readUpload(contentType: string, body: Uint8Array<ArrayBuffer>): Promise<Upload | Refused> {
  if (!/^multipart\/form-data\b/i.test(contentType)) return { ok: true, file: body, fileName: '', choices: null }
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => null)
  const file = form?.get('file')
  const choices = form?.get('choices') ?? null
  if (!(file instanceof Blob)) return refused('no_file', 'This form has no part “file” that holds a file.')
  if (choices !== null && typeof choices !== 'string') return refused('bad_choices', 'The part “choices” must be JSON.')
  try {
    return {
      ok: true,
      file: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
      choices: choices === null ? null : JSON.parse(choices),
    }
  } catch {
    return refused('bad_choices', 'The part “choices” must be JSON.')
  }
}

function refused(code: string, message: string): Refused {
  return { ok: false, status: 400, code, message }
}
