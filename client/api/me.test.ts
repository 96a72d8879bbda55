import { afterEach, describe, expect, it, vi } from 'vitest'
import { complaintAbout, PEOPLE_COLORS, readMe, writeMe } from './me.ts'

function keep(value?: string) {
  const storage = new Map(value === undefined ? [] : [['verbatim.me', value]])
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, text: string) => storage.set(key, text),
  })
}

afterEach(() => vi.unstubAllGlobals())

describe('the person of this browser', () => {
  it('is asked once', () => {
    keep()
    expect(readMe()).toBeNull()
    writeMe({ name: '  Ada ', color: PEOPLE_COLORS[2].color })
    expect(readMe()).toEqual({ name: 'Ada', color: PEOPLE_COLORS[2].color })
  })

  it('is asked again when what was kept is no name, and has always a colour that reads', () => {
    for (const value of ['{', '{"name":7}', '{"name":"  "}', `{"name":"${'x'.repeat(81)}"}`]) {
      keep(value)
      expect(readMe()).toBeNull()
    }
    keep('{"name":"Ben","color":"red;background:url(x)"}')
    expect(PEOPLE_COLORS.map(({ color }) => color as string)).toContain(readMe()?.color)
    const colors = Array.from({ length: 20 }, () => readMe()?.color)
    expect(new Set(colors).size).toBe(1)
  })

  it('hears in one sentence what is wrong with a name', () => {
    expect(complaintAbout(' ')).toMatch(/\.$/)
    expect(complaintAbout('x'.repeat(81))).toMatch(/80/)
    expect(complaintAbout('Zoë')).toBeNull()
  })
})
