import { cancelled, type Failure, unreachable } from './failure.ts'
import type { Init, Wish } from './request.ts'

/** Sends by XMLHttpRequest, since fetch does not tell how much has been sent. Only dialogs that show it load this. */
export function upload(
  path: string,
  { method, headers, body }: Init,
  { onProgress, signal }: Pick<Wish, 'onProgress' | 'signal'>,
): Promise<{ status: number; text: string } | Failure> {
  const request = new XMLHttpRequest()
  return new Promise(resolve => {
    const cancel = () => request.abort()
    const end = (answer: { status: number; text: string } | Failure) => {
      signal?.removeEventListener('abort', cancel)
      resolve(answer)
    }
    request.open(method, path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.upload.onload = () => onProgress?.(1)
    request.onload = () => end({ status: request.status, text: request.responseText })
    request.onerror = () => end(unreachable())
    request.onabort = () => end(cancelled())
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted) end(cancelled())
    else request.send(body ?? null)
  })
}
