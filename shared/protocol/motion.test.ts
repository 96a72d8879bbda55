import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import { type MotionOf, readMotions, withMotion, writeMotions } from './motion.ts'

const MOST = 100
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
const units = fc.integer({ min: -1e8, max: 1e8 }).map(tenths => tenths / 10 || 0)
const place = { x: units, y: units }
const cursor = fc.oneof(
  fc.constant(null),
  fc.record({ on: fc.constant('map' as const), ...place }),
  fc.record({ on: fc.constant('card' as const), id, ...place }),
  fc.record({ on: fc.constant('cell' as const), stage: id, lane: id, ...place }),
)
const hand = fc.option(fc.record({ dx: units, dy: units }))
const whole = fc.maxSafeNat()
const motion: fc.Arbitrary<MotionOf> = fc.record({ client: whole, clock: whole, cursor, hand })

describe('motion', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(fc.array(motion, { maxLength: MOST }), motions => {
        const sound = motions.filter(({ cursor }) =>
          Object.values(cursor ?? {}).every(value => typeof value !== 'string' || Buffer.byteLength(value) <= 600),
        )
        expect(readMotions(writeMotions(sound), MOST)).toEqual(sound)
      }),
    )
  })

  it('over a card takes some thirty bytes, and over the map a dozen', () => {
    const size = (cursor: MotionOf['cursor']) =>
      writeMotions([{ client: 2 ** 31, clock: 9_000, cursor, hand: null }]).byteLength
    expect(size({ on: 'card', id: 'k3v9q0x7m2b5n8c1', x: 123.4, y: 56.7 })).toBeLessThan(33)
    expect(size({ on: 'map', x: 1234.5, y: 678.9 })).toBeLessThan(18)
  })

  it('of anybody is read or refused and never throws, and nothing of it lies outside of what others can draw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        for (const { cursor, hand } of readMotions(bytes, MOST) ?? []) {
          for (const value of [...Object.values(cursor ?? {}), ...Object.values(hand ?? {})]) {
            if (typeof value === 'number') expect(Math.abs(value)).toBeLessThanOrEqual(1e7)
            else expect(value.length).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 2_000 },
    )
    const sound = [{ client: 1, clock: 1, cursor: { on: 'map' as const, x: 1, y: 1 }, hand: null }]
    const bytes = writeMotions(sound)
    expect(readMotions(bytes, MOST)).toEqual(sound)
    expect(readMotions(bytes.subarray(0, -1), MOST)).toBeNull()
    expect(readMotions(Uint8Array.of(...bytes, 0), MOST)).toBeNull()
    expect(readMotions(bytes, 0)).toBeNull()
    const far = encoding.createEncoder()
    for (const number of [1, 1, 1, 1]) encoding.writeVarUint(far, number)
    for (const place of [2 ** 40, 0]) encoding.writeVarInt(far, place)
    encoding.writeVarUint(far, 0)
    expect(readMotions(encoding.toUint8Array(far), MOST)).toBeNull()
    const long = [{ client: 1, clock: 1, cursor: { on: 'card' as const, id: 'é'.repeat(301), x: 0, y: 0 }, hand: null }]
    expect(readMotions(writeMotions(long), MOST)).toBeNull()
  })

  it('takes the place of what moves in a state and leaves the rest', () => {
    const state = { user: { name: 'Ada' }, cursor: null, drag: { ids: ['t1'], dx: 0, dy: 0 } }
    const cursor = { on: 'map' as const, x: 1, y: 2 }
    expect(withMotion(state, { cursor, hand: { dx: 3, dy: 4 } })).toEqual({
      user: { name: 'Ada' },
      cursor,
      drag: { ids: ['t1'], dx: 3, dy: 4 },
    })
    expect(withMotion(state, { cursor: null, hand: null })).toEqual({ user: { name: 'Ada' }, cursor: null, drag: null })
    expect(withMotion({ drag: 'junk' }, { cursor: null, hand: { dx: 1, dy: 1 } })).toEqual({ drag: null, cursor: null })
  })
})
