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
