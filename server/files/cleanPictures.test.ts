import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CleanPicture } from './CleanPicture.ts'
import { cleanPicture, cleanPictures } from './cleanPictures.ts'
import { pictureHead } from './pictureHead.ts'
import { reencode } from './reencode.ts'
import { bomb, drawn, photograph, withChunk } from './testPictures.ts'

function kept(picture: CleanPicture) {
  if (!picture.ok) throw new Error(picture.message)
  return picture
}

const includes = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('as %s keeps its size and what is seen', async type => {
    for (const alpha of [false, true]) {
      const bytes = await drawn(type, { alpha })
      const picture = kept(await cleanPicture(bytes))
      expect([picture.width, picture.height]).toEqual([300, 200])
      const [before, after] = [await pixels(bytes), await pixels(picture.file.bytes)]
      const difference = before.reduce((sum, value, index) => sum + Math.abs(value - (after[index] ?? 0)), 0)
      expect(difference / before.length).toBeLessThan(5)
    }
  })

  it.each(['png', 'jpeg', 'webp'] as const)('as %s stays the same, byte for byte, the second time', async type => {
    for (const options of [{}, { alpha: true }, { width: 1, height: 1 }, { width: 2600, height: 301 }]) {
      const { file } = kept(await reencode(await drawn(type, options)))
      expect(kept(await reencode(file.bytes)).file).toEqual(file)
    }
  })

  it('loses what a camera wrote beside it, and stands upright', async () => {
    const secret = 'taken at 52.5200, 13.4050'
    const bytes = await photograph(secret)
    expect(includes(bytes, secret)).toBe(true)
    const { file, width, height } = kept(await cleanPicture(bytes))
    expect([width, height]).toEqual([200, 300])
    expect(includes(file.bytes, secret)).toBe(false)
  })

  it('loses whatever is hidden in it, behind it, or in parts of their own', async () => {
    const secret = '<script>alert(1)</script>'
    const [png, jpeg, webp] = [
      await drawn('png'),
      await drawn('jpeg'),
      kept(await reencode(await drawn('webp'))).file.bytes,
    ]
    const tail = Buffer.from(secret)
    const part = Buffer.concat([
      Buffer.from('EXIF'),
      Buffer.of(tail.length, 0, 0, 0),
      tail,
      Buffer.alloc(tail.length % 2),
    ])
    const inside = Buffer.concat([webp, part])
    inside.writeUInt32LE(inside.length - 8, 4)
    const hostile = [
      withChunk(png, 'tEXt', `Comment\0${secret}`),
      Buffer.concat([png, tail]),
      Buffer.concat([jpeg, tail]),
      Buffer.concat([webp, tail]),
      inside,
    ]
    for (const bytes of hostile) {
      expect(includes(bytes, secret)).toBe(true)
      const { file } = kept(await reencode(new Uint8Array(bytes)))
      expect(includes(file.bytes, secret)).toBe(false)
    }
  })

  it('that is large becomes 2,000 pixels on its longer side', async () => {
    const picture = kept(await cleanPicture(await drawn('jpeg', { width: 1000, height: 4000 })))
    expect([picture.width, picture.height]).toEqual([500, 2000])
  })

  it('that says that it has millions of pixels is refused before they are made', async () => {
    for (const bytes of [bomb(60_000, 60_000), bomb(40_000_001, 1)]) {
      expect(await reencode(bytes)).toMatchObject({ ok: false, code: 'too_many_pixels' })
    }
    expect(await reencode(bomb(0, 5))).toMatchObject({ ok: false, code: 'no_picture' })
  })

  it.each(['png', 'jpeg', 'webp'] as const)('as %s that was cut off is refused', async type => {
    const bytes = await drawn(type)
    for (const part of [0.1, 0.5, 0.9, 1 - 1 / bytes.length]) {
      expect(pictureHead(bytes.subarray(0, Math.floor(bytes.length * part)))).toBeNull()
    }
  })

  it('that is something else is refused, whatever it calls itself', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script/></svg>'
    for (const bytes of [
      svg,
      'GIF89a\x01\x00\x01\x00',
      '',
      '%PDF-1.7',
      '<!doctype html>',
      '\x89PNG\r\n\x1a\n',
      'RIFF',
    ]) {
      const picture = await reencode(new Uint8Array(Buffer.from(bytes, 'latin1')))
      expect(picture).toMatchObject({ ok: false, code: 'no_picture' })
    }
  })

  it('that cannot be read does not keep others from being read', async () => {
    const pictures = await cleanPictures([Buffer.from('no'), await drawn('png'), bomb(60_000, 60_000)])
    expect(pictures.map(({ ok }) => ok)).toEqual([false, true, false])
  })

  it('never makes reading fail, whatever its bytes are', async () => {
    const good = await Promise.all(
      (['png', 'jpeg', 'webp'] as const).map(type => drawn(type, { width: 40, height: 30 })),
    )
    const flip = fc.record({ at: fc.nat(), to: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.array(flip, { minLength: 1, maxLength: 8 }), async (which, flips) => {
        const bytes = Uint8Array.from(good[which] ?? [])
        for (const { at, to } of flips) bytes[at % Math.min(bytes.length, 1_000)] = to
        const picture = await reencode(bytes)
        if (picture.ok) expect(kept(await reencode(picture.file.bytes)).file.hash).toBe(picture.file.hash)
      }),
      { numRuns: 300 },
    )
  })
})

async function pixels(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const image = await loadImage(Buffer.from(bytes))
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, image.width, image.height)
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height).data
}
