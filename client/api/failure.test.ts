import { describe, expect, it, vi } from 'vitest'
import { refusal, unreachable } from './failure.ts'

describe('a request that brought nothing', () => {
  it('says the server’s own sentence', () => {
    const body = JSON.stringify({ error: { code: 'not_json', message: 'This is not readable as JSON.' } })
    expect(refusal(400, body)).toEqual({
      ok: false,
      status: 400,
      code: 'not_json',
      message: 'This is not readable as JSON.',
    })
  })

  it.each([401, 403, 404, 413, 418, 429, 500, 502, 507])('says one plain sentence when a proxy answers %i', status => {
    for (const body of ['<html>Bad Gateway</html>', '', '{}', '{"error":{}}', '{"error":{"code":"x","message":""}}']) {
      const { code, message } = refusal(status, body)
      expect(code).toBe(`http_${status}`)
      expect(message).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('tells being offline from a server that is away', () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(unreachable().message).toContain('offline')
    vi.stubGlobal('navigator', { onLine: true })
    expect(unreachable().message).toContain('server can’t be reached')
    vi.unstubAllGlobals()
  })
})
