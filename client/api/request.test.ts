import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from './api.ts'

type Call = { path: string; init: RequestInit }

/** A server that gives one answer, or none. Returns what it was asked. */
function serve(answer: () => Response | Promise<Response>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, init })
    init.signal?.throwIfAborted()
    return answer()
  })
  return calls
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the server’s interface', () => {
  it('shows a token in a header and never in an address', async () => {
    const calls = serve(() => Response.json({ id: 'm', title: '', role: 'viewer', counts: {} }))
    await api('secret-token').mapInfo('m/../x')
    expect(calls[0]?.path).toBe('/api/maps/m%2F..%2Fx')
    expect(calls[0]?.init.headers).toEqual({ authorization: 'Bearer secret-token' })
  })

  it('hands a file over with its map’s name', async () => {
    const disposition = `attachment; filename="_.json"; filename*=UTF-8''${encodeURIComponent('Weg zur Bürste.json')}`
    const calls = serve(() => new Response('{}', { headers: { 'content-disposition': disposition } }))
    const answer = await api('t').download('m', 'png', { scale: 2, anonymous: true })
    expect(calls[0]?.path).toBe('/api/maps/m/export/png?scale=2&anonymous=1')
    expect(answer.ok && answer.value.name).toBe('Weg zur Bürste.json')
  })

  it('names a picture by what it holds, also where the browser cannot', async () => {
    const calls = serve(() => Response.json({ hash: 'x', width: 1, height: 1 }, { status: 201 }))
    vi.stubGlobal('crypto', undefined)
    await api('t').putFile('m', new Blob(['abc'], { type: 'image/png' }))
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(calls[0]?.path).toBe(`/api/maps/m/files/${abc}`)
    expect(calls[0]?.init.method).toBe('POST')
  })

  it('waits for the bytes of a map as long as they come, and no longer', async () => {
    vi.useFakeTimers()
    const sending = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
    const [calls, writer] = [serve(() => new Response(sending.readable)), sending.writable.getWriter()]
    const slow = api('t').wholeMap('m')
    for (let part = 0; part < 10; part += 1) {
      await writer.write(Uint8Array.of(part))
      await vi.advanceTimersByTimeAsync(14_000)
    }
    await writer.close()
    expect(await slow).toEqual(Uint8Array.from({ length: 10 }, (_, part) => part))
    expect([calls[0]?.path, calls[0]?.init.signal?.aborted]).toEqual(['/api/maps/m/whole', false])

    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)))
    })
    const never = api('t').wholeMap('m')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await never).toBeNull()
    serve(() => Response.json({ error: 'gone' }, { status: 404 }))
    expect(await api('t').wholeMap('m')).toBeNull()
  })

  it('takes an answer without a body for done', async () => {
    serve(() => new Response(null, { status: 204 }))
    expect(await api('t').deleteMap('m')).toEqual({ ok: true, value: undefined })
  })

  it('never throws: no network, a foreign page and a cancelled request are sentences', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await api().createMap({ sample: true })).toMatchObject({ ok: false, status: 0, code: 'unreachable' })
    expect(await api().download('m', 'json')).toMatchObject({ ok: false, code: 'unreachable' })

    serve(() => new Response('<html>Sign in to Hotel WiFi</html>'))
    expect(await api().createMap({})).toMatchObject({ ok: false, status: 200, code: 'bad_answer' })

    serve(() => Promise.reject(new DOMException('', 'TimeoutError')))
    expect(await api().mapInfo('m')).toMatchObject({ ok: false, code: 'timeout' })

    serve(() => Response.json({}))
    const wish = { format: 'csv' as const, signal: AbortSignal.abort() }
    expect(await api().importFile('m', new Blob(['a']), wish)).toMatchObject({ ok: false, code: 'cancelled' })
  })
})
