import { beforeEach, expect, it, vi } from 'vitest'

const TOKEN = 'l0123456789abcdef.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'
const known = { token: TOKEN, person: null, links: {}, title: '', role: 'editor', lastOpened: 1 }

/** A browser that knows these maps, and writes down what is asked of it, in order. */
async function browser(maps: Record<string, unknown>) {
  vi.resetModules()
  const asked: string[] = []
  vi.stubGlobal('window', { location: new URL('http://x.test/m/abc'), history: {} })
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(maps), setItem: () => {} })
  vi.stubGlobal('document', { fonts: { load: async () => void asked.push('font') } })
  vi.stubGlobal('indexedDB', {
    open: (name: string) => {
      asked.push(name)
      throw new Error('This browser keeps nothing.')
    },
  })
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return Response.json({ id: 'abc', role: 'editor', epoch: 3 })
  })
  return { asked, ...(await import('./ahead.ts')) }
}

beforeEach(() => vi.unstubAllGlobals())

it('asks at once for what the server says of a map, for its fonts, and for what was seen of it before its document', async () => {
  const { asked, beginAhead, takeAhead } = await browser({ abc: known })
  beginAhead('abc')
  expect(new Set(asked)).toEqual(new Set(['font', 'verbatim-sights', '/api/maps/abc?brief=1&coming=1']))
  const { token, state, sight } = takeAhead('abc')
  expect([token, await sight, await state]).toMatchObject([TOKEN, null, { ok: true, value: { epoch: 3 } }])
  const before = asked.length
  takeAhead('abc')
  expect(asked.slice(before)).toContain('/api/maps/abc?brief=1&coming=1')
  // Whoever goes to another map meanwhile gets nothing of this one.
  beginAhead('abc')
  expect(takeAhead('other').token).toBeNull()
})

it('asks for the whole map, and for nothing that was seen of it, where it never opened by this link', async () => {
  const { asked, takeAhead } = await browser({ abc: { ...known, role: null } })
  const { whole } = takeAhead('abc')
  expect(new Set(asked)).toEqual(new Set(['font', '/api/maps/abc?brief=1', '/api/maps/abc/whole']))
  expect(new TextDecoder().decode((await whole) ?? undefined)).toContain('abc')
})

it('asks nothing without a link', async () => {
  const stranger = await browser({})
  expect(stranger.takeAhead('abc').token).toBeNull()
  expect(stranger.asked).toEqual([])
})
