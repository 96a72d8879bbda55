import { type Answer, badAnswer, cancelled, type Failure, refusal, tooSlow, unreachable } from './failure.ts'

/** Longer than this no small request takes on a server that is well, milliseconds. */
const PATIENCE_MS = 30_000
/** Milliseconds without a byte after which no more are waited for. */
const STANDSTILL_MS = 15_000

export type Wish = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  token?: string | undefined
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is; its own type names the format. Takes as long as it takes. */
  body?: Blob | FormData
  /** How much of the body is sent, 0…1. */
  onProgress?: ((sent: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Asks the server and reads its JSON; undefined for an answer without a body. Nothing is thrown: whatever goes wrong is
 * a failure with a sentence.
 */
export async function ask<T>(path: string, wish: Wish = {}): Promise<Answer<T>> {
  const answer = wish.onProgress ? await uploadText(path, wish) : await fetchText(path, wish)
  if (!answer.ok) return answer
  const { status, text } = answer.value
  if (status === 204) return { ok: true, value: undefined as T }
  try {
    // The one place where the server's word is taken for the form of what it says: both are built from one repository,
    // and an older page is told to reload before anything else.
    return { ok: true, value: JSON.parse(text) as T }
  } catch {
    return badAnswer(status)
  }
}

/** Asks for a file. Its name is the server's, or `null` when it gave none. */
export async function askFile(path: string, wish: Wish = {}): Promise<Answer<{ blob: Blob; name: string | null }>> {
  try {
    const response = await fetch(path, init(wish))
    if (!response.ok) return refusal(response.status, await response.text())
    return {
      ok: true,
      value: { blob: await response.blob(), name: nameIn(response.headers.get('content-disposition')) },
    }
  } catch (error) {
    return failureOf(error, wish.signal)
  }
}

/** Asks for bytes, however long they take; null where none come, or none come any more. */
export async function askBytes(path: string, wish: Omit<Wish, 'signal'> = {}): Promise<Uint8Array | null> {
  const standstill = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const goesOn = () => {
    clearTimeout(timer)
    timer = setTimeout(() => standstill.abort(), STANDSTILL_MS)
  }
  goesOn()
  try {
    const response = await fetch(path, init({ ...wish, signal: standstill.signal }))
    if (!response.ok || !response.body) return null
    const watched = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, out) {
        goesOn()
        out.enqueue(part)
      },
    })
    return new Uint8Array(await new Response(response.body.pipeThrough(watched)).arrayBuffer())
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

type Read = { status: number; text: string }

async function fetchText(path: string, wish: Wish): Promise<Answer<Read>> {
  try {
    const patience = wish.body ? null : AbortSignal.timeout(PATIENCE_MS)
    const signals = [wish.signal, patience].filter(signal => signal instanceof AbortSignal)
    const response = await fetch(path, { ...init(wish), signal: AbortSignal.any(signals) })
    return read(response.status, await response.text())
  } catch (error) {
    return failureOf(error, wish.signal)
  }
}

/** As `fetchText`, and tells how much has been sent. */
async function uploadText(path: string, wish: Wish): Promise<Answer<Read>> {
  try {
    const { upload } = await import('./upload.ts')
    const answer = await upload(path, init(wish), wish)
    return 'ok' in answer ? answer : read(answer.status, answer.text)
  } catch {
    return unreachable()
  }
}

export type Init = {
  method: string
  headers: Record<string, string>
  body?: string | Blob | FormData
  signal?: AbortSignal
}

function init({ method, token, json, body, signal }: Wish): Init {
  const headers: Record<string, string> = {}
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  if (json !== undefined) headers['content-type'] = 'application/json'
  else if (body instanceof Blob && body.type) headers['content-type'] = body.type
  return {
    method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
    headers,
    ...(signal ? { signal } : {}),
    ...(json !== undefined ? { body: JSON.stringify(json) } : body === undefined ? {} : { body }),
  }
}

function read(status: number, text: string): Answer<Read> {
  return status >= 200 && status < 300 ? { ok: true, value: { status, text } } : refusal(status, text)
}

function failureOf(error: unknown, signal: AbortSignal | undefined): Failure {
  if (signal?.aborted) return cancelled()
  return error instanceof DOMException && error.name === 'TimeoutError' ? tooSlow() : unreachable()
}

/** The file's name in a Content-Disposition header; the encoded one first, which keeps every script. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded)
  } catch {
    // Badly encoded; the plain name follows.
  }
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null
}
