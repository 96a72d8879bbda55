import { readFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { readJson } from '#shared/formats/json/read.ts'
import { extract } from '#shared/formats/png.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import type { DrawJob } from './DrawJob.ts'
import { drawOutside } from './drawOutside.ts'

const today = '2026-11-01'

async function sample() {
  const read = readJson(await readFile(new URL('../../shared/sample/bicycle-repair.json', import.meta.url), 'utf8'))
  return read.ok ? read.map : expect.unreachable()
}

function job(map: DrawJob['map'], more: { scale?: number; inside?: string } = {}): DrawJob {
  return { as: 'png', map, scale: 1, theme: 'light', today, inside: null, pictures: new Map(), ...more }
}

describe('a picture of a map', () => {
  it('shows the whole map at the stated size, and is twice as large at twice the scale', async () => {
    const map = await sample()
    const [once, twice] = [await drawOutside(job(map)), await drawOutside(job(map, { scale: 2 }))]
    if (!once.ok || !twice.ok) return expect.unreachable()
    const [image, larger] = [await loadImage(Buffer.from(once.bytes)), await loadImage(Buffer.from(twice.bytes))]
    expect(Math.abs(larger.width - 2 * image.width)).toBeLessThanOrEqual(1)
    const canvas = createCanvas(image.width, image.height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    const { data } = canvas.getImageData(0, 0, image.width, image.height)
    const colours = new Set<number>()
    for (let i = 0; i < data.length; i += 4)
      colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0))
    expect(colours.size).toBeGreaterThan(50)
  })

  it('carries the map inside', async () => {
    const picture = await drawOutside(job(emptyMap('Inside'), { inside: '{"format":"verbatim-map"}' }))
    expect(picture.ok && (await extract(picture.bytes))).toBe('{"format":"verbatim-map"}')
  })

  it('is refused with its size when it is too large to be drawn, never cropped', async () => {
    const map = emptyMap('Long')
    for (let n = 0; n < 40; n++) map.stages.push(KINDS.stages.make({ id: `s${n}`, name: `Stage ${n}`, width: 1000 }))
    const picture = await drawOutside(job(map))
    expect(picture).toMatchObject({ ok: false, code: 'picture_too_large', message: expect.stringContaining('pixels') })
  })
})
