import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Link, MapRecord, Person } from '../storage/records.ts'
import { createAccess } from './access.ts'
import { customerKey } from './customerKey.ts'
import { readSecret } from './secret.ts'
import { createTokens, newOwnerId, sameSecret } from './tokens.ts'

const secret = 'a secret of the tests'

function setUp() {
  const links = new Map<string, Link>()
  const people = new Map<string, Person>()
  const clock = { now: 1_000 }
  const record: MapRecord = { id: 'm', createdAt: 0, updatedAt: 0, epoch: 1, seq: 1, lockedAt: null, lockedBy: null }
  const store = {
    findLink: async (id: string) => links.get(id) ?? null,
    findPerson: async (id: string) => people.get(id) ?? null,
    readMap: async (id: string) => (id === 'm' ? record : null),
  }
  const access = createAccess({ store, secret, now: () => clock.now })
  const addLink = (changes: Partial<Link> = {}) => {
    const id = newOwnerId('link')
    const link: Link = { id, map: 'm', role: 'editor', label: '', createdAt: 0, expiresAt: null, revokedAt: null }
    links.set(id, { ...link, ...changes })
    return { id, token: access.tokenOf({ kind: 'link', id }) }
  }
  const addPerson = (link: string) => {
    const id = newOwnerId('person')
    people.set(id, { id, map: 'm', link, name: 'Ada', color: '#123456', createdAt: 0 })
    return { id, token: access.tokenOf({ kind: 'person', id }) }
  }
  return { access, addLink, addPerson, clock, links }
}

describe('a token', () => {
  it('opens its own map with the role of its link', async () => {
    const { access, addLink } = setUp()
    const link = addLink({ role: 'viewer', expiresAt: 2_000 })
    expect(await access.authorise(link.token, 'm')).toEqual({
      ok: true,
      role: 'viewer',
      person: null,
      link: link.id,
      expiresAt: 2_000,
    })
  })

  it('opens no other map', async () => {
    const { access, addLink } = setUp()
    expect(await access.authorise(addLink().token, 'other')).toEqual({ ok: false, code: 4404 })
  })

  it('names the person who came through the link', async () => {
    const { access, addLink, addPerson } = setUp()
    const link = addLink()
    const ada = addPerson(link.id)
    expect(await access.authorise(ada.token, 'm')).toMatchObject({
      ok: true,
      person: { id: ada.id, name: 'Ada', color: '#123456' },
      link: link.id,
    })
  })

  it('ends when its link is revoked, for the link and for everybody who came through it', async () => {
    const { access, addLink, addPerson } = setUp()
    const link = addLink({ revokedAt: 500 })
    for (const { token } of [link, addPerson(link.id)]) {
      expect(await access.authorise(token, 'm')).toEqual({ ok: false, code: 4401, reason: 'revoked' })
    }
  })

  it('ends at the very millisecond at which its link expires', async () => {
    const { access, addLink, clock } = setUp()
    const { token } = addLink({ expiresAt: 2_000 })
    clock.now = 1_999
    expect(await access.authorise(token, 'm')).toMatchObject({ ok: true })
    clock.now = 2_000
    expect(await access.authorise(token, 'm')).toEqual({ ok: false, code: 4401, reason: 'expired' })
  })

  it('that is missing is told apart from one that opens nothing', async () => {
    const { access, addLink } = setUp()
    const { id, token } = addLink()
    expect(await access.authorise(null, 'm')).toEqual({ ok: false, code: 4401, reason: 'missing' })
    const last = token.endsWith('A') ? 'E' : 'A'
    const forged = [
      'x',
      id,
      `${id}.`,
      `${token}x`,
      token.slice(0, -1) + last,
      createTokens('other').make({ kind: 'link', id }),
    ]
    for (const bad of forged) expect(await access.authorise(bad, 'm')).toEqual({ ok: false, code: 4404 })
  })

  it('cannot be made from what the database holds, nor for a person from a link', async () => {
    const { access, addLink, addPerson } = setUp()
    const ada = addPerson(addLink().id)
    const asLink = access.tokenOf({ kind: 'link', id: ada.id })
    expect(await access.authorise(asLink, 'm')).toEqual({ ok: false, code: 4404 })
  })
})

describe('a customer', () => {
  it('has one key in one map and another in the next', () => {
    const { access } = setUp()
    const keyIn = (map: string) => customerKey(access.keyForCustomers(map), 'ben@example.org')
    expect(keyIn('m')).toBe(keyIn('m'))
    expect(keyIn('m')).not.toBe(keyIn('n'))
    expect(keyIn('m')).toHaveLength(43)
  })
})

describe('the secret', () => {
  it('is made once, in a file that only its owner can read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-secret-'))
    const first = await readSecret(null, folder)
    expect(first).toMatch(/^[\da-f]{64}$/)
    expect(await readSecret(null, folder)).toBe(first)
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(`${first}\n`)
  })

  it('from the environment comes before the file and is written nowhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-secret-'))
    expect(await readSecret('given by the environment', folder)).toBe('given by the environment')
    await expect(stat(join(folder, 'secret'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('that was damaged stops the start with a sentence instead of locking everybody out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-secret-'))
    await writeFile(join(folder, 'secret'), 'half')
    await expect(readSecret(null, folder)).rejects.toThrow('does not hold the secret')
  })
})

it('tells equal secrets from unequal ones', () => {
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', 'abcd')).toBe(false)
})
