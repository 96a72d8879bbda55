import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#shared/formats/anonymous.ts'
import { readJson } from '#shared/formats/json/read.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { extract } from '#shared/formats/png.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function picture({ id, links }: Made, query = ''): Promise<Uint8Array> {
  const path = `/api/maps/${id}/export/png${query}`
  const response = await server.ask('GET', path, { token: links.viewer.token })
  expect(response.status, response.ok ? '' : await response.clone().text()).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  return new Uint8Array(await response.arrayBuffer())
}

async function json({ id, links }: Made, query = ''): Promise<string> {
  const path = `/api/maps/${id}/export/json${query}`
  return (await server.ask('GET', path, { token: links.editor.token })).text()
}

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

describe('a picture', () => {
  it('opens again as the map’s anonymous edition, and is called after the map', async () => {
    const made = await server.make({ sample: true })
    const png = await picture(made)
    const response = await server.ask('POST', '/api/maps', { body: png, type: 'image/png' })
    expect(response.status).toBe(201)
    const opened = (await response.json()) as Made
    const read = readJson(await json(made))
    if (!read.ok) throw new Error(read.refusal.message)
    expect(await json(opened)).toBe(writeJson(anonymous(read.map)))
    expect(await json(opened)).toBe(await json(made, '?anonymous=1'))
  })

  it('is as many times larger as it is asked to be', async () => {
    const made = await server.make({ template: 'five-stage' })
    const [once, twice] = [sizeOf(await picture(made)), sizeOf(await picture(made, '?scale=2'))]
    expect(twice).toEqual({ width: once.width * 2, height: once.height * 2 })
  })

  it('holds no map where that is not wanted', async () => {
    const made = await server.make({ template: 'five-stage' })
    const png = await picture(made, '?map=0')
    expect(await extract(png)).toBeNull()
    const response = await server.ask('POST', '/api/maps', { body: png, type: 'image/png' })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'no_map_inside' })
  })

  it('that was damaged on its way is refused', async () => {
    const body = (await picture(await server.make())).slice(0, 200)
    const response = await server.ask('POST', '/api/maps', { body, type: 'image/png' })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'unreadable_picture' })
  })

  it.each(['scale=3', 'scale=x', 'theme=blue'])('is not made with ?%s', async query => {
    const { id, links } = await server.make()
    const path = `/api/maps/${id}/export/png?${query}`
    const response = await server.ask('GET', path, { token: links.viewer.token })
    expect(await errorOf(response)).toMatchObject({ status: 400, code: 'bad_request' })
  })

  it('that is larger than a picture can be is refused with a sentence', async () => {
    const stages = Array.from({ length: 60 }, (_, index) => ({ id: `s${index}`, name: 'Stage', width: 4000 }))
    const { id, links } = await server.make({ format: 'verbatim-map', version: 1, stages })
    const path = `/api/maps/${id}/export/png?scale=4`
    const response = await server.ask('GET', path, { token: links.viewer.token })
    expect(await errorOf(response)).toMatchObject({ status: 413, message: expect.stringMatching(/\.$/) })
  })
})

it('the table of quotes comes in again with all its quotes', async () => {
  const made = await server.make({ sample: true })
  const path = `/api/maps/${made.id}/export/csv`
  const response = await server.ask('GET', path, { token: made.links.viewer.token })
  expect(response.headers.get('content-disposition')).toContain('.csv"')
  const { id, links } = await server.make()
  const again = await server.ask('POST', `/api/maps/${id}/import?format=csv`, {
    token: links.editor.token,
    body: new Uint8Array(await response.arrayBuffer()),
    type: 'text/csv',
  })
  expect(await again.json()).toMatchObject({ added: 80, skipped: [], counts: { stages: 6 } })
})

describe('a storyline as a file', () => {
  const path = ({ id }: Made, query: string) => `/api/maps/${id}/export/${query}`

  it.each([
    ['pdf?storyline=1', 'application/pdf', '%PDF', 'storyline.pdf'],
    ['pdf', 'application/pdf', '%PDF', '.pdf'],
    ['svg', 'image/svg+xml', '<svg', '.svg'],
    ['zip', 'application/zip', 'PK', 'storyline.zip'],
    ['html', 'text/html; charset=utf-8', '<!doctype html>', 'storyline.html'],
  ])('comes as %s for whoever may read the map, and for nobody else', async (query, type, start, name) => {
    const made = await server.make(STORY)
    const answer = await server.ask('GET', path(made, query), { token: made.links.viewer.token })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; .*${name.replace('.', '\\.')}"`))
    expect((await answer.text()).startsWith(start)).toBe(true)
    expect((await server.ask('GET', path(made, query))).status).toBe(401)
    const other = await server.make()
    expect((await server.ask('GET', path(made, query), { token: other.links.facilitator.token })).status).toBe(404)
  })

  it('as a presentation is anonymous unless it is asked not to be', async () => {
    const made = await server.make(STORY)
    const page = async (query: string) => {
      return (await server.ask('GET', path(made, `html${query}`), { token: made.links.viewer.token })).text()
    }
    expect(await page('')).not.toContain('Ann Smith')
    expect(await page('?anonymous=1')).not.toContain('Ann Smith')
    expect(await page('?anonymous=0')).toContain('Ann Smith')
  })

  it('never holds words before redaction, whoever asks for them', async () => {
    const made = await server.make(STORY)
    const { token } = made.links.facilitator
    const kept = await server.ask('PUT', `/api/maps/${made.id}/quotes/a/original`, {
      token,
      body: { text: 'Call me on 7X9.', row: {} },
    })
    expect(kept.status).toBeLessThan(300)
    for (const query of ['html?anonymous=0&originals=1', 'svg?originals=1']) {
      expect(await (await server.ask('GET', path(made, query), { token })).text()).not.toContain('7X9')
    }
  })

  it('of an empty map is refused with a sentence', async () => {
    const made = await server.make()
    for (const query of ['pdf?storyline=1', 'zip', 'html']) {
      const answer = await server.ask('GET', path(made, query), { token: made.links.viewer.token })
      expect(await errorOf(answer)).toMatchObject({ status: 409, code: 'nothing_to_present' })
    }
    expect((await server.ask('GET', path(made, 'pdf'), { token: made.links.viewer.token })).status).toBe(200)
  })

  it.each(['zip?scale=3', 'zip?theme=blue', 'pdf?theme=weak', 'pdf?storyline=1&theme=x', 'svg?theme=weak'])(
    'is not made with %s',
    async query => {
      const made = await server.make(STORY)
      const answer = await server.ask('GET', path(made, query), { token: made.links.viewer.token })
      expect(await errorOf(answer)).toMatchObject({ status: 400, code: 'bad_request' })
    },
  )
})

const STORY = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'What they told us', whyHired: 'To be done by noon' },
  customers: [{ id: 'c', alias: 'Ann Smith' }],
  quotes: [{ id: 'a', text: 'Call me on ███.', customer: 'c' }],
  evidence: [{ id: 'e', claim: 'whyHired', quote: 'a' }],
  scenes: [{ id: 's', kind: 'claim', heading: 'Why', claim: 'whyHired' }],
}
