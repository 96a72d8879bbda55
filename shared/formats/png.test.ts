import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embed, extract } from './png.ts'

const MAP = JSON.stringify({ format: 'verbatim-map', version: 1, map: { title: 'Ünïcödé 客户 👩‍👩‍👧' } })
const picture = picked(4, 3)

function picked(width: number, height: number): Uint8Array {
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').fillRect(0, 0, 2, 2)
  return new Uint8Array(canvas.toBuffer('image/png'))
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A picture with these chunks after its header (a signature of 8 bytes and a chunk of 25). */
function pictureWith(...chunks: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]))
}

function mapChunk(flags: string, text: Uint8Array): Buffer {
  return chunk('iTXt', Buffer.concat([Buffer.from(`verbatim-map\0${flags}`, 'latin1'), text]))
}

function chunkTypes(png: Uint8Array): string[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const types: string[] = []
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    types.push(String.fromCharCode(...png.subarray(at + 4, at + 8)))
  }
  return types
}

const DAMAGED = {
  refused: 'This picture is damaged, so a map in it can’t be read. Export it again as PNG and use that file.',
}
const NO_PNG = { refused: 'This file is not a PNG picture.' }
const TOO_LARGE = { refused: 'The map in this picture is larger than 64 MiB.' }

describe('a map inside its picture', () => {
  it('comes out as it went in, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme' }), fc.json(), fc.constant('\uFEFF{}')), async json => {
        const text = json.toWellFormed()
        expect(await extract(await embed(picture, text))).toBe(text)
      }),
    )
  })

  it('stands before the pixels and leaves the picture as it was', async () => {
    const png = await embed(picture, MAP)
    const types = chunkTypes(png)
    expect(types.indexOf('iTXt')).toBe(types.indexOf('IDAT') - 1)
    expect(types.filter(type => type !== 'iTXt')).toEqual(chunkTypes(picture))
    const image = await loadImage(Buffer.from(png))
    expect([image.width, image.height]).toEqual([4, 3])
  })

  it('takes the place of an older map in the same picture', async () => {
    const png = await embed(await embed(picture, 'old'), MAP)
    expect(chunkTypes(png).filter(type => type === 'iTXt')).toHaveLength(1)
    expect(await extract(png)).toBe(MAP)
  })

  it('is found among chunks of other tools, wherever a tool has moved it', async () => {
    const noise = [chunk('tEXt', Buffer.from('Software\0x')), chunk('iTXt', Buffer.from('verbatim-map-2\0\0\0\0\0x'))]
    expect(await extract(await embed(pictureWith(...noise), MAP))).toBe(MAP)
    const end = picture.length - 12
    const behind = [picture.subarray(0, end), mapChunk('\0\0en\0Karte\0', Buffer.from(MAP)), picture.subarray(end)]
    expect(await extract(Buffer.concat(behind))).toBe(MAP)
  })

  it('can be several megabytes', async () => {
    const json = JSON.stringify(Array.from({ length: 60_000 }, (_, id) => ({ id, text: `Quote number ${id ** 3}` })))
    expect(await extract(await embed(picture, json))).toBe(json)
  })

  it('is null in a sound picture without one', async () => {
    expect(await extract(picture)).toBeNull()
  })

  it('is never put into anything but a sound PNG', async () => {
    await expect(embed(new Uint8Array([1, 2, 3]), MAP)).rejects.toThrow('only be embedded in a PNG')
    await expect(embed(picture.subarray(0, -1), MAP)).rejects.toThrow('damaged')
  })
})

describe('a picture that somebody tampered with', () => {
  it('is refused when it is no PNG', async () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array([0xff, 0xd8, 0xff]),
      Buffer.from('{"format":"verbatim-map"}'),
    ]) {
      expect(await extract(bytes)).toEqual(NO_PNG)
    }
  })

  it('is refused wherever it is cut before the end of its map, and read when only pixels are missing', async () => {
    const png = await embed(picture, MAP)
    const pixels = Buffer.from(png).indexOf('IDAT') - 4
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: png.length - 1 }), async length => {
        expect(await extract(png.subarray(0, length))).toEqual(length < pixels ? DAMAGED : MAP)
      }),
    )
    for (let length = 8; length < picture.length; length += 1) {
      expect(await extract(picture.subarray(0, length))).toEqual(DAMAGED)
    }
  })

  it('never yields another map than the one put in when any one byte is changed', async () => {
    const png = await embed(picture, MAP)
    await fc.assert(
      fc.asyncProperty(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(png, (byte, index) => (index === at ? byte ^ change : byte))
        const result = await extract(changed)
        if (result !== MAP) expect(result === null || 'refused' in Object(result)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('never throws on random bytes behind the signature or inside the chunk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
        await extract(Buffer.concat([picture.subarray(0, 8), bytes]))
        await extract(pictureWith(mapChunk('', bytes)))
        await extract(pictureWith(mapChunk('\u0001\0\0\0', bytes)))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['a text cut off', mapChunk('\u0001\0\0\0', deflateSync(MAP).subarray(0, -6))],
    [
      'a letter that its checksum does not cover',
      Buffer.from(mapChunk('\0\0\0\0', Buffer.from(MAP))).fill('X', 40, 41),
    ],
    ['no text at all', mapChunk('\u0001\0\0\0', Buffer.alloc(0))],
    ['no end of its language', mapChunk('\u0001\0en', Buffer.alloc(0))],
    ['no flags', mapChunk('', Buffer.alloc(0))],
    ['a compression nobody knows', mapChunk('\u0001\u0007\0\0', deflateSync(MAP))],
    ['a text that is no UTF-8', mapChunk('\u0001\0\0\0', deflateSync(Buffer.from([0x7b, 0xff, 0x7d])))],
  ])('is refused with %s', async (_, map) => {
    expect(await extract(pictureWith(map))).toEqual(DAMAGED)
  })

  it('is refused, soon and in little memory, when its map unfolds to gigabytes', async () => {
    const zeros = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
    const limit = pictureWith(mapChunk('\u0001\0\0\0', zeros))
    expect((await extract(limit)) === '\0'.repeat(64 * 1024 * 1024)).toBe(true)
    const over = pictureWith(mapChunk('\u0001\0\0\0', deflateSync(Buffer.alloc(64 * 1024 * 1024 + 1))))
    expect(await extract(over)).toEqual(TOO_LARGE)
    // A block of zeros that ends on a whole byte, so that it can be repeated: 16 MB that stand for 16 GB.
    const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
    const bomb = Buffer.concat([zeros.subarray(0, 2), ...Array.from({ length: 16 * 1024 }, () => block)])
    const before = process.memoryUsage.rss()
    expect(await extract(pictureWith(mapChunk('\u0001\0\0\0', bomb)))).toEqual(TOO_LARGE)
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * 1024 * 1024)
  })
})
