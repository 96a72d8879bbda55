import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Change, set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Role } from '#shared/model/roles.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeEach(async () => {
  server = await testServer()
})
afterEach(() => server.close())

/** Ann speaks twice, once with her number; Ben and nobody known once each. The needle stands in Ann's words alone. */
const DOCUMENT = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Service' },
  stages: [{ id: 's', name: 'Repair' }],
  lanes: [{ id: 'l', name: 'Meeting', kind: 'frontstage' }],
  touchpoints: [{ id: 't', title: 'Pick-up', stage: 's', lane: 'l', pinnedQuote: 'a1' }],
  customers: [
    { id: 'ann', alias: 'Customer 1', key: 'key-of-ann', consent: 'given', facets: { city: 'Needletown' } },
    { id: 'ben', alias: 'Customer 2', facets: { city: 'York' }, extra: 'kept' },
  ],
  quotes: [
    {
      id: 'a1',
      text: 'The needle hurt, call +44 20 7946 0958',
      customer: 'ann',
      touchpoint: 't',
      row: { note: 'needle row' },
    },
    { id: 'a2', text: 'One more needle', customer: 'ann', touchpoint: 't' },
    { id: 'b1', text: 'Mr Jones was kind', customer: 'ben', touchpoint: 't', extra: 'kept' },
    { id: 'n1', text: 'Nobody knows who said this', touchpoint: 't' },
  ],
  excerpts: [{ id: 'x1', quote: 'a1', start: 4, end: 10 }],
  assumptions: [{ id: 'as', about: 't', text: 'It is quick' }],
  evidence: [
    { id: 'e1', claim: 'as', quote: 'a1', stance: 'contradicts' },
    { id: 'e2', claim: 'q4', quote: 'x1' },
    { id: 'e3', claim: 'as', quote: 'b1' },
  ],
}

function ask(made: Made, method: string, path: string, body?: unknown, role: Role = 'facilitator'): Promise<Response> {
  return server.ask(method, `/api/maps/${made.id}${path}`, { token: made.links[role].token, body })
}

async function asked<T>(made: Made, method: string, path: string, body?: unknown): Promise<T> {
  const response = await ask(made, method, path, body)
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  return response.json() as Promise<T>
}

function mapOf(made: Made, query = ''): Promise<MapDocument> {
  return asked<MapDocument>(made, 'GET', `/export/json${query}`)
}

function does({ id }: Made, ...changes: Change[]): Promise<number> {
  return server.deps.rooms.with(id, room => room.commit('ada', doc => edit(doc, changes, { person: 'ada', now: 1 })))
}

async function keepVersion(made: Made, name: string): Promise<number> {
  return (await asked<{ number: number }>(made, 'POST', '/versions', { name })).number
}

/** Whether words stand in any export, any version, or any file of the server, as they are or as bytes. */
async function isAnywhere(made: Made, words: string): Promise<string[]> {
  const found: string[] = []
  const look = (where: string, text: string | Uint8Array) => {
    if (Buffer.from(text).includes(words)) found.push(where)
  }
  for (const path of ['json', 'json?originals=1', 'json?anonymous=1', 'csv', 'csv?originals=1']) {
    look(path, await (await ask(made, 'GET', `/export/${path}`)).text())
  }
  for (const { number } of await server.store.listVersions(made.id)) {
    look(`version ${number}`, (await server.store.loadVersion(made.id, number)) ?? '')
  }
  const folder = server.deps.config.dataDir
  for (const name of readdirSync(folder)) look(name, readFileSync(join(folder, name)))
  look('the log', server.lines.join(''))
  return found
}

/** A map with a past: a version, an original, an edited and a deleted quote of Ann's. */
async function withPast(): Promise<Made> {
  const made = await server.make(DOCUMENT)
  await keepVersion(made, 'First')
  await does(made, set('quotes', 'a2', { kind: 'wish' }), { do: 'remove', kind: 'quotes', id: 'a2' })
  await keepVersion(made, 'Second')
  await does(made, set('touchpoints', 't', { title: 'Pick-up and away' }))
  return made
}

describe('a customer who withdraws', () => {
  it('has no words anywhere any more, and is known again as withdrawn', async () => {
    const made = await withPast()
    expect(await isAnywhere(made, 'needle')).not.toEqual([])
    const socket = await server.enter(made.id, made.links.viewer.token)
    const gone = await asked(made, 'POST', '/customers/ann/withdraw')
    expect(gone).toEqual({ quotes: 2, versions: 2 })
    expect(socket.code).toBe(4410)
    expect(await isAnywhere(made, 'needle')).toEqual([])
    expect(await isAnywhere(made, '7946 0958')).toEqual([])
    const map = await mapOf(made)
    expect(map.quotes.map(({ id }) => id)).toEqual(['b1', 'n1'])
    expect(map.excerpts).toEqual([])
    expect(map.evidence.map(({ id }) => id)).toEqual(['e3'])
    expect(map.touchpoints[0]).toMatchObject({ title: 'Pick-up and away', pinnedQuote: null })
    expect(map.customers[0]).toMatchObject({ alias: 'Customer 1', key: 'key-of-ann', consent: 'withdrawn', facets: {} })
    expect(map.customers[1]).toMatchObject({ extra: 'kept', facets: { city: 'York' } })
    expect((await ask(made, 'GET', '/quotes/a1/original')).status).toBe(404)
  })

  it('leaves in history that, and neither what nor who', async () => {
    const made = await withPast()
    await asked(made, 'POST', '/customers/ann/withdraw')
    type Listed = { versions: { name: string | null }[] }
    const { versions } = await asked<Listed>(made, 'GET', '/versions')
    expect(versions.map(({ name }) => name)).toEqual(['A customer withdrew their words', 'Second', 'First'])
    expect(server.lines.join('')).toContain('a customer withdrew their words')
    const { author } = (await server.store.history(made.id)).at(-1) ?? {}
    expect(author).toBe(made.links.facilitator.token.split('.')[0])
  })

  it('does not come back with an older version', async () => {
    const made = await withPast()
    await asked(made, 'POST', '/customers/ann/withdraw')
    await asked(made, 'POST', '/versions/1/restore', {})
    expect((await mapOf(made)).quotes.map(({ id }) => id)).toEqual(['b1', 'n1'])
    expect((await mapOf(made)).touchpoints[0]?.title).toBe('Pick-up')
    expect((await mapOf(made)).customers[0]?.consent).toBe('withdrawn')
  })
})

describe('a customer who is erased', () => {
  it('is nowhere any more: neither record, key, facets, words, excerpts, evidence nor originals', async () => {
    const made = await withPast()
    expect(await asked(made, 'DELETE', '/customers/ann')).toEqual({ quotes: 2, versions: 2 })
    for (const words of ['needle', 'Needletown', 'key-of-ann', '7946 0958']) {
      expect(await isAnywhere(made, words), words).toEqual([])
    }
    const map = await mapOf(made)
    expect(map.customers.map(({ id }) => id)).toEqual(['ben'])
    expect(map.quotes.map(({ id }) => id)).toEqual(['b1', 'n1'])
    await asked(made, 'POST', '/versions/1/restore', {})
    expect((await mapOf(made)).customers.map(({ id }) => id)).toEqual(['ben'])
  })

  it('takes along everybody who was merged into them, words that a version alone holds, and the key of each', async () => {
    const made = await server.make(DOCUMENT)
    await keepVersion(made, 'Before')
    const merge: Change[] = [
      ...['a1', 'a2'].map(id => set('quotes', id, { customer: 'ben' })),
      set('customers', 'ann', { mergedInto: 'ben' }),
      { do: 'remove', kind: 'customers', id: 'ann' },
    ]
    await does(made, ...merge)
    await asked(made, 'DELETE', '/customers/ben')
    for (const words of ['needle', 'Needletown', 'key-of-ann', 'Jones'])
      expect(await isAnywhere(made, words)).toEqual([])
    expect((await mapOf(made)).customers).toEqual([])
  })

  it('leaves to others the words that were theirs by mistake', async () => {
    const made = await server.make(DOCUMENT)
    const number = await keepVersion(made, 'By mistake')
    await does(made, set('quotes', 'a2', { customer: 'ben' }))
    await asked(made, 'DELETE', '/customers/ann')
    expect((await mapOf(made)).quotes.map(({ id, customer }) => [id, customer])).toEqual([
      ['a2', 'ben'],
      ['b1', 'ben'],
      ['n1', null],
    ])
    const then = await asked<MapDocument>(made, 'GET', `/versions/${number}/export/json`)
    expect(then.quotes.map(({ id }) => id)).toEqual(['a2', 'b1', 'n1'])
  })

  it('can be one who was deleted before', async () => {
    const made = await server.make(DOCUMENT)
    await does(made, { do: 'remove', kind: 'customers', id: 'ann' })
    await asked(made, 'DELETE', '/customers/ann')
    expect(await isAnywhere(made, 'key-of-ann')).toEqual([])
  })

  it('that nobody knows is a plain answer, and nothing changes', async () => {
    const made = await server.make(DOCUMENT)
    const before = await server.store.readMap(made.id)
    for (const [method, path] of [
      ['DELETE', '/customers/zoe'],
      ['POST', '/customers/zoe/withdraw'],
    ] as const) {
      expect(await errorOf(await ask(made, method, path))).toMatchObject({ status: 404, code: 'unknown_customer' })
    }
    expect(await server.store.readMap(made.id)).toEqual(before)
  })
})

describe('words that are blacked out by hand', () => {
  const jones = { spans: [{ start: 3, end: 8 }] }

  it('are black in the map and in its past, and kept for those who may see originals', async () => {
    const made = await server.make(DOCUMENT)
    await keepVersion(made, 'Before')
    const answer = await asked(made, 'POST', '/quotes/b1/redact', jones)
    expect(answer).toEqual({ quote: 'b1', text: 'Mr █████ was kind' })
    const map = await mapOf(made)
    expect(map.quotes.find(({ id }) => id === 'b1')).toMatchObject({ text: 'Mr █████ was kind', extra: 'kept' })
    expect(map.quotes).toHaveLength(4)
    const [version] = await server.store.listVersions(made.id)
    const then = await asked<MapDocument>(made, 'GET', `/versions/${version?.number}/export/json`)
    expect(then.quotes.find(({ id }) => id === 'b1')?.text).toBe('Mr █████ was kind')
    expect(await asked(made, 'GET', '/quotes/b1/original')).toEqual({ quote: 'b1', text: 'Mr Jones was kind', row: {} })
    expect(await (await ask(made, 'GET', '/export/json')).text()).not.toContain('Jones')
  })

  it('add to what was found automatically, and the original stays the first', async () => {
    const made = await server.make(DOCUMENT)
    await asked(made, 'POST', '/quotes/a1/redact', { spans: [{ start: 4, end: 10 }] })
    expect((await mapOf(made)).quotes[0]?.text).toMatch(/^The ██████ hurt, call █+$/)
    const original = await asked<{ text: string }>(made, 'GET', '/quotes/a1/original')
    expect(original.text).toBe('The needle hurt, call +44 20 7946 0958')
    expect((await mapOf(made)).excerpts).toHaveLength(1)
    expect((await mapOf(made)).evidence).toHaveLength(3)
  })

  it('are shown again when somebody asks, but for what is found automatically', async () => {
    const made = await server.make(DOCUMENT)
    await asked(made, 'POST', '/quotes/a1/redact', { spans: [{ start: 0, end: 10 }] })
    const shown = await asked<{ text: string }>(made, 'DELETE', '/quotes/a1/redact')
    expect(shown.text).toMatch(/^The needle hurt, call █+$/)
    expect((await mapOf(made)).quotes[0]?.text).toBe(shown.text)
    expect(
      (await asked<{ text: string }>(made, 'POST', '/quotes/a1/redact', { spans: [{ start: 0, end: 3 }] })).text,
    ).toMatch(/^███ needle/)
    expect(await errorOf(await ask(made, 'DELETE', '/quotes/n1/redact'))).toMatchObject({ code: 'no_original' })
  })

  it.each([
    [{}, 'bad_request'],
    [{ spans: [] }, 'bad_request'],
    [{ spans: [{ start: 3, end: 3 }] }, 'bad_request'],
    [{ spans: [{ start: -1, end: 3 }] }, 'bad_request'],
    [{ spans: [{ start: 1.5, end: 3 }] }, 'bad_request'],
    [{ spans: [{ start: 0, end: 3 }], more: 1 }, 'bad_request'],
    [{ spans: [{ start: 0, end: 900 }] }, 'outside'],
  ])('are not chosen by %j', async (body, code) => {
    const made = await server.make(DOCUMENT)
    expect(await errorOf(await ask(made, 'POST', '/quotes/b1/redact', body))).toMatchObject({ status: 400, code })
  })

  it('of a quote that nobody knows are a plain answer', async () => {
    const made = await server.make(DOCUMENT)
    const response = await ask(made, 'POST', '/quotes/zoe/redact', jones)
    expect(await errorOf(response)).toMatchObject({ status: 404, code: 'unknown_quote' })
  })
})

describe('who may do it', () => {
  const routes = [
    ['POST', '/customers/ann/withdraw', undefined, 'editor'],
    ['DELETE', '/customers/ann', undefined, 'facilitator'],
    ['POST', '/quotes/b1/redact', { spans: [{ start: 0, end: 2 }] }, 'editor'],
    ['DELETE', '/quotes/a1/redact', undefined, 'editor'],
  ] as const

  it.each(routes)(
    '%s %s is for its role alone, and while the map is locked for facilitators',
    async (method, path, body, needs) => {
      const made = await server.make(DOCUMENT)
      const below = needs === 'editor' ? 'contributor' : 'editor'
      expect(await errorOf(await ask(made, method, path, body, below))).toMatchObject({
        status: 403,
        code: 'role_too_low',
      })
      await asked(made, 'POST', '/session', { command: 'lock' })
      if (needs === 'editor') {
        expect(await errorOf(await ask(made, method, path, body, 'editor'))).toMatchObject({
          status: 403,
          code: 'locked',
        })
      }
      expect((await mapOf(made)).quotes).toHaveLength(4)
      expect((await ask(made, method, path, body, 'facilitator')).status).toBe(200)
    },
  )
})

describe('an import after customers were merged', () => {
  it('adds nobody and nothing twice', async () => {
    const made = await server.make()
    const csv = 'customer,verbatim\nada@example.org,The first words\nada.l@example.org,Some other words\n'
    const send = () =>
      server.ask('POST', `/api/maps/${made.id}/import?format=csv`, {
        token: made.links.editor.token,
        body: csv,
        type: 'text/csv',
      })
    await send()
    const { customers, quotes } = await server.deps.rooms.with(made.id, ({ doc }) => readMap(doc))
    const [keep, other] = customers
    if (!keep || !other) throw new Error('Two customers were expected.')
    const theirs = quotes.filter(({ customer }) => customer === other.id)
    await does(
      made,
      ...theirs.map(({ id }) => set('quotes', id, { customer: keep.id })),
      set('customers', other.id, { mergedInto: keep.id }),
      { do: 'remove', kind: 'customers', id: other.id },
    )
    const again = (await (await send()).json()) as { added: number; duplicates: number }
    expect(again).toMatchObject({ added: 0, duplicates: 2 })
    expect((await mapOf(made)).customers).toHaveLength(1)
    // And whoever is withdrawn is so under every key.
    await asked(made, 'POST', `/customers/${keep.id}/withdraw`)
    const last = (await (await send()).json()) as { added: number; skipped: { reason: string }[] }
    expect(last.added).toBe(0)
    expect(last.skipped.map(({ reason }) => reason)).toEqual(Array(2).fill('This customer has withdrawn consent.'))
  })
})
