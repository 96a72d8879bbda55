import { createHash } from 'node:crypto'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bomb, drawn, photograph } from '../files/testPictures.ts'
import type { Role } from '../storage/records.ts'
import { errorOf, type Made, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Sent = { type?: string; hash?: string; role?: Role }

function send(
  { id, links }: Made,
  body: Uint8Array,
  { type = 'image/png', hash = hashOf(body), role = 'editor' }: Sent = {},
) {
  return server.ask('POST', `/api/maps/${id}/files/${hash}`, { token: links[role].token, body, type })
}

function get({ id, links }: Made, path: string, role: Role = 'viewer'): Promise<Response> {
  return server.ask('GET', `/api/maps/${id}${path}`, { token: links[role].token })
}

describe('a picture', () => {
  it('comes back under the hash of what is kept, as a picture and nothing else', async () => {
    const made = await server.make()
    const sent = await send(made, await photograph('at home'), { type: 'image/jpeg' })
    expect(sent.status).toBe(201)
    const { hash, width, height } = await sent.json()
    expect([width, height]).toEqual([200, 300])
    const answer = await get(made, `/files/${hash}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(hashOf(bytes)).toBe(hash)
    expect(Buffer.from(bytes).includes('at home')).toBe(false)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(await (await send(made, bytes, { type: 'image/webp' })).json()).toEqual({ hash, width, height })
  })

  it('of one map is unknown to another', async () => {
    const [made, other] = [await server.make(), await server.make()]
    const { hash } = await (await send(made, await drawn('png'))).json()
    expect(await errorOf(await get(other, `/files/${hash}`))).toMatchObject({ status: 404, code: 'unknown_file' })
  })

  it('is refused with a sentence when it is none, is cut off, too large, or not what was announced', async () => {
    const made = await server.make()
    const png = await drawn('png')
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
    const answers: [Response, number, string][] = [
      [await send(made, svg), 400, 'no_picture'],
      [await send(made, svg, { type: 'image/svg+xml' }), 415, 'unknown_type'],
      [await send(made, png.slice(0, png.length / 2)), 400, 'no_picture'],
      [await send(made, new Uint8Array()), 400, 'no_picture'],
      [await send(made, bomb(60_000, 60_000)), 413, 'too_many_pixels'],
      [await send(made, new Uint8Array(5 * 1024 * 1024 + 1)), 413, 'body_too_large'],
      [await send(made, png, { hash: hashOf(svg) }), 400, 'other_hash'],
      [await send(made, png, { hash: 'x' }), 400, 'bad_hash'],
    ]
    for (const [response, status, code] of answers) {
      const error = await errorOf(response)
      expect(error).toMatchObject({ status, code })
      expect(error.message).toMatch(/^[A-Z].+\.$/)
    }
    expect(await server.store.sizeOfFiles(made.id)).toBe(0)
  })

  it('is not taken from a locked editor, nor when the map is full of pictures', async () => {
    const made = await server.make()
    await server.deps.rooms.with(made.id, room => room.setLock({ at: 1, by: null }))
    expect(await errorOf(await send(made, await drawn('png')))).toMatchObject({ status: 403, code: 'locked' })
    const full = { hash: 'f', type: 'image/png' as const, bytes: new Uint8Array(40 * 1024 * 1024) }
    await server.store.putFile(made.id, full)
    const refused = await send(made, await drawn('png'), { role: 'facilitator' })
    expect(await errorOf(refused)).toMatchObject({ status: 413, code: 'too_many_pictures' })
  })
})

describe('a map with pictures', () => {
  const note = (image: string) => ({ id: `n${image.slice(0, 8)}`, text: 'Look', image, x: 10, y: 10 })
  const document = { format: 'verbatim-map', version: 1 }

  /** A map with two notes that hold a photograph and a drawing. */
  async function withPictures(): Promise<Made> {
    const files = { photo: base64(await photograph('at home')), drawing: base64(await drawn('png')) }
    return server.make({ ...document, notes: [note('photo'), note('drawing')], files })
  }

  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

  it('takes them along as JSON, and exports the same bytes when that is opened again', async () => {
    const first = await (await get(await withPictures(), '/export/json')).text()
    const { files, notes } = JSON.parse(first)
    expect(Object.keys(files).toSorted()).toEqual(notes.map(({ image }: { image: string }) => image).toSorted())
    for (const [hash, text] of Object.entries(files)) expect(hashOf(Buffer.from(String(text), 'base64'))).toBe(hash)
    expect(first).not.toContain(base64(new TextEncoder().encode('at home')).slice(0, 8))
    const again = await server.make(first)
    expect(await (await get(again, '/export/json')).text()).toBe(first)
  })

  it('opens also when it is so large that it is read on a thread', async () => {
    const notes = [note('drawing'), { id: 'long', text: 'x'.repeat(45_000) }]
    const more = Array.from({ length: 20 }, (_, n) => ({ id: `q${n}`, text: 'y'.repeat(40_000) }))
    const made = await server.make({ ...document, notes, quotes: more, files: { drawing: base64(await drawn('png')) } })
    expect(Object.keys((await (await get(made, '/export/json')).json()).files)).toHaveLength(1)
  })

  it('brings them into another map', async () => {
    const exported = await (await get(await withPictures(), '/export/json')).text()
    const made = await server.make()
    const { token } = made.links.editor
    const response = await server.ask('POST', `/api/maps/${made.id}/import?format=json`, { token, body: exported })
    expect(await response.json()).toMatchObject({ added: 2, warnings: [] })
    const { files } = await (await get(made, '/export/json')).json()
    expect(files).toEqual(JSON.parse(exported).files)
  })

  it('leaves out with a warning what is no picture, and drops what no note names', async () => {
    const files = { bad: base64(new TextEncoder().encode('<svg/>')), stray: base64(await drawn('png')) }
    const map = { ...document, notes: [note('bad')], files }
    const made = await server.make(map)
    expect(made).toMatchObject({ warnings: ['One picture could not be read or was too large, and was left out.'] })
    const exported = await (await get(made, '/export/json')).json()
    expect(exported).toMatchObject({ notes: [{ image: 'bad', text: 'Look' }] })
    expect(exported.files).toBeUndefined()
    expect(await server.store.sizeOfFiles(made.id)).toBe(0)
    const { token } = made.links.editor
    const response = await server.ask('POST', `/api/maps/${made.id}/import?format=json`, { token, body: map })
    expect((await response.json()).warnings).toHaveLength(1)
  })

  it('leaves them out of the anonymous edition, since nobody can vouch for what they show', async () => {
    const made = await withPictures()
    expect((await (await get(made, '/export/json?anonymous=1')).json()).files).toBeUndefined()
  })

  it('shows them in its picture', async () => {
    const red = createCanvas(100, 100)
    red.getContext('2d').fillStyle = '#ff0000'
    red.getContext('2d').fillRect(0, 0, 100, 100)
    const drawing = base64(await red.encode('png'))
    const made = await server.make({ ...document, notes: [note('drawing')], files: { drawing } })
    const image = await loadImage(Buffer.from(await (await get(made, '/export/png?map=0')).arrayBuffer()))
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0) count += 1
    expect(count).toBeGreaterThan(10_000)
  })
})
