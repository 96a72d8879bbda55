import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'
import { isLight } from './isLight.ts'

describe('a person shown by initials', () => {
  it('is known by first and last word, in any script', () => {
    expect(initials('Ada Lovelace')).toBe('AL')
    expect(initials('  grace   brewster hopper ')).toBe('GH')
    expect(initials('ben')).toBe('B')
    expect(initials('王 小明')).toBe('王小')
  })

  it('keeps a sign of several code points whole', () => {
    expect(initials('👩‍🚀 Ada')).toBe('👩‍🚀A')
  })

  it('still shows something without a name', () => {
    expect(initials('   ')).toBe('?')
  })

  it('is written dark on light colours and white on dark ones', () => {
    expect(isLight('#ffd54a')).toBe(true)
    expect(isLight('#1565c0')).toBe(false)
  })
})
