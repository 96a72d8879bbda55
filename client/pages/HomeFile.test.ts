import { describe, expect, it } from 'vitest'
import { sortFile, titleFrom } from './HomeFile.ts'

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, type = '') => new File([content], name, { type })

describe('a file dropped on the first page', () => {
  it('opens when it is a map of ours, whatever it is called', async () => {
    expect(await sortFile(file('map.json', '{ "format": "verbatim-map" }'))).toEqual({ kind: 'json' })
    expect(await sortFile(file('map.txt', '\uFEFF\n{"version":1,"format":"verbatim-map"}'))).toEqual({ kind: 'json' })
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
    expect(await sortFile(file('picture', png))).toEqual({ kind: 'png' })
  })

  it('starts a map when it is a table, in any encoding', async () => {
    expect(await sortFile(file('voices.csv', 'quote,customer\nGood,7'))).toEqual({ kind: 'table' })
    expect(await sortFile(file('voices', 'quote\tcustomer\nGood\t7', 'text/tab-separated-values'))).toEqual({
      kind: 'table',
    })
    expect(await sortFile(file('voices.csv', new Uint8Array([0xff, 0xfe, 0x71, 0, 0x2c, 0])))).toEqual({
      kind: 'table',
    })
    expect(await sortFile(file('latin1.csv', new Uint8Array([0x71, 0xe9, 0x2c])))).toEqual({ kind: 'table' })
  })

  it.each([
    ['empty', file('a.csv', ''), /is empty/],
    [
      'another program’s JSON',
      file('a.json', '{"nodes":[]}'),
      /^This JSON is no Verbatim map: “a.json” was made by another program.$/,
    ],
    ['a photograph', file('a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])), /can’t be opened/],
    ['a table with bytes that are no text', file('a.csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), /can’t be opened/],
    ['a table of nothing but lines', file('a.csv', '\n \n'), /is empty/],
    ['a table without rows', file('a.csv', 'id,comment\n'), /column names but no rows/],
    ['a plain text of no known kind', file('a.docx', 'hello'), /can’t be opened/],
  ])('is refused with one sentence when it is %s', async (_, refusedFile, words) => {
    const sorted = await sortFile(refusedFile)
    expect(sorted.kind === 'refused' && sorted.sentence).toMatch(words)
  })

  it('is refused before it is read when it is too large', async () => {
    const large = Object.defineProperty(file('a.csv', 'x'), 'size', { value: 70 * 1024 * 1024 })
    const sorted = await sortFile(large)
    expect(sorted.kind === 'refused' && sorted.sentence).toMatch(/70 MB. At most 64 MB/)
  })

  it('gives a new map its name', () => {
    expect(titleFrom('kunden_stimmen-2024.csv')).toBe('kunden stimmen 2024')
    expect(titleFrom('.csv')).toBe('')
    expect(titleFrom('v1.2 final.tsv')).toBe('v1.2 final')
  })
})
