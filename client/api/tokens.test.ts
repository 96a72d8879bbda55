import { beforeEach, describe, expect, it, vi } from 'vitest'

const LINK = 'l0123456789abcdef.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'
const OTHER = 'l0000000000000000.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE'

/** A browser on an address; `storage` null for one that keeps nothing. */
async function browse(url: string, storage: Map<string, string> | null = new Map()) {
  vi.resetModules()
  const location = new URL(url)
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  const replaceState = vi.fn((_state: unknown, _title: string, to: string) => {
    const next = new URL(to, location)
    location.hash = next.hash
  })
  vi.stubGlobal('window', { location, history: { state: null, replaceState } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (storage ? (storage.get(key) ?? null) : refuse()),
    setItem: (key: string, value: string) => (storage ? storage.set(key, value) : refuse()),
  })
  return { ...(await import('./tokens.ts')), location, storage }
}

beforeEach(() => vi.unstubAllGlobals())

describe('the maps of this browser', () => {
  it('takes a token out of the address bar and opens the map with it from then on', async () => {
    const { takeTokenFromAddress, tokenFor, location, storage } = await browse(`http://x.test/m/abc#${LINK}`)
    expect(takeTokenFromAddress('abc', 1)).toBe(true)
    expect(location.href).not.toContain(LINK)
    expect(tokenFor('abc')).toBe(LINK)
    const later = await browse('http://x.test/m/abc', storage)
    expect(later.takeTokenFromAddress('abc', 2)).toBe(false)
    expect(later.tokenFor('abc')).toBe(LINK)
  })

  it('works in a browser that keeps nothing, until the page is closed', async () => {
    const { takeTokenFromAddress, tokenFor, knownMaps } = await browse(`http://x.test/m/abc#${LINK}`, null)
    takeTokenFromAddress('abc', 1)
    expect(tokenFor('abc')).toBe(LINK)
    expect(knownMaps()).toHaveLength(1)
  })

  it('comes in as the person it was, and as nobody yet by another link', async () => {
    const { rememberToken, rememberMap, tokenFor, knownMap } = await browse('http://x.test/')
    rememberToken('abc', LINK, 1)
    rememberMap('abc', { role: 'facilitator', person: { id: 'p1', token: 'person-token' } })
    rememberToken('abc', LINK, 2)
    expect(tokenFor('abc')).toBe('person-token')
    rememberToken('abc', OTHER, 3)
    expect(tokenFor('abc')).toBe(OTHER)
    expect(knownMap('abc')?.links.facilitator).toBe(LINK)
  })

  it('lists the map opened last first, forgets one on request, and takes that back', async () => {
    const { rememberToken, rememberMap, knownMaps, forgetMap } = await browse('http://x.test/')
    rememberToken('old', LINK, 1)
    rememberToken('new', LINK, 2)
    rememberMap('new', { title: 'Repairs', role: 'editor' })
    expect(knownMaps().map(({ id, title, role }) => [id, title, role])).toEqual([
      ['new', 'Repairs', 'editor'],
      ['old', '', null],
    ])
    const restore = forgetMap('new')
    expect(knownMaps().map(({ id }) => id)).toEqual(['old'])
    restore()
    expect(knownMaps().map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('reads past whatever else stands in the storage', async () => {
    for (const value of ['{', '7', '[]', '{"abc":7}', '{"abc":{"token":4}}', '{"abc":null}']) {
      const { knownMaps } = await browse('http://x.test/', new Map([['verbatim.maps', value]]))
      expect(knownMaps()).toEqual([])
    }
    const half = new Map([
      ['verbatim.maps', '{"abc":{"token":"t","role":"king","person":{"id":1},"links":{"editor":2}}}'],
    ])
    const { knownMap } = await browse('http://x.test/', half)
    expect(knownMap('abc')).toEqual({ token: 't', person: null, links: {}, title: '', role: null, lastOpened: 0 })
  })

  it('finds map and token in a pasted link, and nothing in anything else', async () => {
    const { parseMapAddress } = await browse('http://x.test/')
    expect(parseMapAddress(`  https://maps.example/sub/m/abc#${LINK}\n`)).toEqual({ id: 'abc', token: LINK })
    expect(parseMapAddress(`http://x.test/m/abc/present#${LINK}`)).toEqual({ id: 'abc', token: LINK })
    expect(parseMapAddress(`Come in: http://x.test/m/abc#${LINK}.`)).toEqual({ id: 'abc', token: LINK })
    expect(parseMapAddress(`0123456789abcdefghijklmnop#${LINK}`)).toEqual({
      id: '0123456789abcdefghijklmnop',
      token: LINK,
    })
    for (const text of ['', 'hello', `http://x.test/#${LINK}`, `hello#${LINK}`])
      expect(parseMapAddress(text)).toBeNull()
  })

  it('tells a link that has lost its token from what is no link', async () => {
    const { parseMapAddress } = await browse('http://x.test/')
    expect(parseMapAddress('http://x.test/m/abc')).toEqual({ id: 'abc', token: null })
    expect(parseMapAddress('http://x.test/m/abc#hi')).toEqual({ id: 'abc', token: null })
  })
})
