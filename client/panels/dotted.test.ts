import { expect, it } from 'vitest'
import { dotted } from './dotted.ts'

it('never begins a line with a dot, and skips what is not known', () => {
  expect(dotted(['Customer 6', null, false, '', '26 Mar 2026'])).toBe('Customer 6\u00a0· 26 Mar 2026')
})
