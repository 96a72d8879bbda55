import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

describe('a quote in the palette', () => {
  it('stays whole when it is short', () => {
    expect(excerpt('They kept me waiting.', 'waiting', 60)).toBe('They kept me waiting.')
  })

  it('shows the word that was looked for, however far in it stands, and marks what is left out', () => {
    const long = `${'before '.repeat(30)}needle ${'after '.repeat(30)}`
    const shown = excerpt(long, 'Needle', 60)
    expect(shown).toContain('needle')
    expect(shown.startsWith('[…] before')).toBe(true)
    expect(shown.endsWith('after […]')).toBe(true)
    expect(shown.length).toBeLessThan(75)
  })

  it('never cuts a character in two', () => {
    const unit = fc.constantFrom('😀', 'a', ' ', '漢', '🚲')
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), fc.integer({ min: 20, max: 80 }), (units, most) => {
        expect(excerpt(units.join(''), '🚲', most).isWellFormed()).toBe(true)
      }),
    )
  })
})
