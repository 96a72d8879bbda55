import { afterEach, describe, expect, it } from 'vitest'
import { dropMapPicture, keepMapPicture, mapPicture, onMapPictures, surplus } from './mapPictures.ts'

/** A picture of so many bytes in each theme. */
const picture = (bytes = 4) => ({ epoch: 1, light: new Blob(['x'.repeat(bytes)]), dark: new Blob(['y'.repeat(bytes)]) })
const kept = (id: string, at: number, bytes?: number) => ({ id, at, ...picture(bytes) })

describe('pictures of maps in a browser that keeps nothing', () => {
  afterEach(async () => {
    for (const id of ['a', 'b']) await dropMapPicture(id)
  })

  it('are there until the page is closed, and go with their map', async () => {
    const told: string[] = []
    const stop = onMapPictures(id => told.push(id))
    const one = picture()
    await keepMapPicture('a', one, ['a'], 1)
    expect((await mapPicture('a'))?.light).toBe(one.light)
    expect(await mapPicture('b')).toBeNull()
    await dropMapPicture('a')
    expect(await mapPicture('a')).toBeNull()
    stop()
    expect(told).toEqual(['a', 'a'])
  })

  it('go when their map is no longer in the list', async () => {
    await keepMapPicture('a', picture(), ['a'], 1)
    await keepMapPicture('b', picture(), ['b'], 2)
    expect(await mapPicture('a')).toBeNull()
    expect(await mapPicture('b')).not.toBeNull()
  })
})

describe('the bounds of pictures', () => {
  it('let the oldest go beyond forty', () => {
    const all = Array.from({ length: 42 }, (_, index) => kept(`m${index}`, index))
    const known = all.map(({ id }) => id)
    expect(surplus(all, known)).toEqual(['m1', 'm0'])
  })

  it('let the oldest go beyond two megabytes', () => {
    const all = [kept('old', 1, 600_000), kept('middle', 2, 600_000), kept('new', 3, 300_000)]
    expect(surplus(all, ['old', 'middle', 'new'])).toEqual(['old'])
  })
})
