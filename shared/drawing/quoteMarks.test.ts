import { expect, it } from 'vitest'
import { quoted } from './quoteMarks.ts'

it('sets words between the marks of their script', () => {
  expect(quoted('Nobody answered.')).toBe('“Nobody answered.”')
  expect(quoted('انتظرت ساعتين')).toBe('«انتظرت ساعتين»')
  expect(quoted('等了两个小时')).toBe('“等了两个小时”')
})
