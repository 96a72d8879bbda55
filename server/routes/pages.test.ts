import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
const script = 'export const words = "verbatim"\n'.repeat(100)

beforeAll(async () => {
  server = await testServer()
  const { dist } = server.deps
  await mkdir(join(dist, 'assets'), { recursive: true })
  await mkdir(join(dist, '.vite'), { recursive: true })
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Verbatim</title>')
  await writeFile(join(dist, 'assets/index-1234.js'), script)
  await writeFile(join(dist, '.vite/manifest.json'), '{}')
  await writeFile(join(dist, '../secret'), 'the secret')
})
afterAll(() => server.close())

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return server.app.request(path, { headers })
}

describe('a page', () => {
  it.each(['/', '/m/abc', '/m/abc/present', '/m/abc/outline', '/join'])('%s is the client', async path => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>Verbatim</title>')
  })

  it('runs only what this server serves, and tells other sites nothing', async () => {
    const { headers } = await get('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('may connect to its own server and to no other', async () => {
    const policyAt = async (host: string) => (await get('/', { host })).headers.get('content-security-policy') ?? ''
    expect(await policyAt('ward-7.lan:4400')).toMatch(
      /; connect-src 'self' ws:\/\/ward-7\.lan:4400 wss:\/\/ward-7\.lan:4400$/,
    )
    expect(await policyAt('evil.example; script-src *')).not.toContain('script-src *')
  })

  it('is all that a browser may show: what the API answers is for programs, and is kept in no cache', async () => {
    const { headers } = await get('/api/maps/none')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    const { id, links } = await server.make()
    const answer = await server.ask('GET', `/api/maps/${id}`, { token: links.viewer.token })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
  })

  it('that does not exist says so, to people as a page and to programs as JSON', async () => {
    const page = await get('/nowhere', { accept: 'text/html,*/*' })
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('There is nothing at this address')
    const answer = await get('/api/nowhere', { accept: 'text/html' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } })
  })

  it('without a built client says what is missing', async () => {
    const bare = await testServer()
    expect((await bare.app.request('/')).status).toBe(503)
    await bare.close()
  })
})

describe('a file of the client', () => {
  it('is kept by browsers for good and comes as small as they can read', async () => {
    const plain = await get('/assets/index-1234.js')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('content-type')).toContain('javascript')
    expect(await plain.text()).toBe(script)
    const brotli = await get('/assets/index-1234.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script)
    const gzip = await get('/assets/index-1234.js', { 'accept-encoding': 'gzip, br;q=0' })
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script)
  })

  it.each([
    '/../secret',
    '/%2e%2e/secret',
    '/assets/..%2f..%2fsecret',
    '/.vite/manifest.json',
    '/assets',
    '/%00',
    '/%',
  ])('is never one beside them: %s', async path => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('the secret')
  })
})
