import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isDay } from './field.ts'

const two = (number: number) => String(number).padStart(2, '0')

it('takes every day of the calendar, and no other', () => {
  fc.assert(
    fc.property(fc.nat(9_999), fc.nat(13), fc.nat(32), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
      const date = new Date(`${text}T00:00:00Z`)
      expect(isDay(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    }),
    {
      numRuns: 5_000,
      examples: [
        [1900, 2, 29],
        [2000, 2, 29],
        [2024, 2, 29],
        [0, 2, 29],
        [2026, 4, 31],
      ],
    },
  )
  for (const none of ['2026-1-1', '2026-01-01T00:00', ' 2026-01-01', '', null, 20260101])
    expect(isDay(none)).toBe(false)
})
