import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRecords } from './records.ts'
import { readTable } from './table.ts'
import { tableOf } from './testTools.ts'

describe('the delimiter is found out', () => {
  it.each([
    ['comma', 'id,comment\n1,good\n2,bad', ','],
    ['semicolon, with commas in the words', 'id;comment\n1;good, very good\n2;bad, sad', ';'],
    ['tab', 'id\tcomment\n1\tgood, fine\n2\tbad; sad', '\t'],
    ['bar', 'id|comment\n1|good\n2|bad', '|'],
    ['declared by the file itself', 'sep=;\nid;comment\n1;a,b\n', ';'],
    ['commas in a quoted cell of a table with semicolons', 'id;comment;score\n1;"a, b, c, d";2\n2;"e, f, g";3', ';'],
  ])('%s', (_name, text, delimiter) => {
    expect(tableOf(text).delimiter).toBe(delimiter)
  })

  it.each([
    ['under a heading', 'Comment\nGreat, thanks\nGood, cheap\n', ['Great, thanks', 'Good, cheap']],
    ['alone', 'It was fine, thanks\nSlow, but kind\n', ['It was fine, thanks', 'Slow, but kind']],
    ['without any delimiter', 'First words here\nSecond words there', ['First words here', 'Second words there']],
  ])('a list of sentences %s stays one column', (_name, text, sentences) => {
    expect(tableOf(text).rows).toEqual(sentences.map(sentence => [sentence]))
  })
})

describe('the names of columns are found out', () => {
  it('in the first line', () => {
    const table = tableOf('id,comment\n1,good')
    expect(table.columns).toEqual(['id', 'comment'])
    expect(table.headerRow).toBe(1)
    expect(table.lines).toEqual([2])
  })

  it('below titles and empty lines', () => {
    const table = tableOf('Export of March\n\n"Confidential, do not share",,\nid,comment,score\n1,good,5\n2,bad,1\n')
    expect(table.columns).toEqual(['id', 'comment', 'score'])
    expect(table.headerRow).toBe(4)
    expect(table.warnings).toEqual(['2 lines above the table were left out.'])
  })

  it('when nobody knows them, because the cells below are of another kind', () => {
    expect(tableOf('Zuordnung,Wert\nA,1\nB,2\nC,3').columns).toEqual(['Zuordnung', 'Wert'])
  })

  it('nowhere, when the first line is a row like the others', () => {
    const table = tableOf('1,hello there my friend\n2,good\n3,fine\n')
    expect(table).toMatchObject({ columns: ['Column 1', 'Column 2'], headerRow: null, lines: [1, 2, 3] })
  })

  it('nowhere, and then nothing above is left out', () => {
    expect(tableOf('x,\n1,hello there\n2,good one\n').rows).toHaveLength(3)
  })

  it('gives a name to the nameless and tells namesakes apart', () => {
    expect(tableOf('comment,comment,,score,__proto__,comment (2)\na,b,c,1,x,y').columns).toEqual([
      'comment',
      'comment (2)',
      'Column 3',
      'score',
      'Column 5',
      'comment (2) (2)',
    ])
  })
})

describe('rows', () => {
  it('keep line breaks, delimiters and quotes inside quoted cells, and know their line', () => {
    const table = tableOf('id,comment\r\n1,"two\r\nlines, ""really"""\r\n\r\n2,last\r\n')
    expect(table.rows).toEqual([
      ['1', 'two\r\nlines, "really"'],
      ['2', 'last'],
    ])
    expect(table.lines).toEqual([2, 5])
  })

  it('of too few and too many cells are taken and named', () => {
    const table = tableOf('id,comment,score\n1,good\n2,bad,1,surplus\n3,ok,2,,\n')
    expect(table.columns).toEqual(['id', 'comment', 'score', 'Column 4'])
    expect(table.named).toBe(3)
    expect(table.rows).toEqual([
      ['1', 'good', '', ''],
      ['2', 'bad', '1', 'surplus'],
      ['3', 'ok', '2', ''],
    ])
    expect(table.warnings).toEqual([
      'The row in line 3 has more cells than there are columns.',
      'The row in line 2 has fewer cells than there are columns.',
    ])
  })

  it('survive a quotation mark that nobody closed', () => {
    const table = tableOf('id,comment\n1,"never closed\n2,fine\n')
    expect(table.rows).toEqual([
      ['1', '"never closed'],
      ['2', 'fine'],
    ])
    expect(table.warnings).toEqual(['A quotation mark in line 2 is never closed; it was read as a character.'])
  })

  it('survive quotation marks inside a quoted cell', () => {
    expect(tableOf('id,comment\n1,"he said "no" to me"\n').rows).toEqual([['1', 'he said "no" to me']])
  })
})

describe('what is no table is refused', () => {
  it.each([
    ['', 'This file is empty.'],
    ['\n \n,,\n', 'This file is empty.'],
    ['id,comment\n', 'This table has column names but no rows.'],
    [Array.from({ length: 501 }, (_, at) => `c${at}`).join(), 'This table has more than 500 columns.'],
  ])('%j', (text, message) => {
    const result = readTable(text.startsWith('c0') ? `${text}\n${text.replaceAll('c', '')}` : text)
    expect(result).toEqual({ ok: false, message })
  })
})

describe('any table', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\n', ' ', '1', '😀'), maxLength: 8 })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (delimiter, rows) => {
          const text = rows.map(row => row.map(c => `"${c.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n')
          expect(splitRecords(text, delimiter).lines.map(({ cells }) => cells)).toEqual(rows)
        },
      ),
    )
  })

  it('has rows as wide as its columns and rising lines, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab",;\n\r\t| 1'), maxLength: 120 }), text => {
        const result = readTable(text)
        if (!result.ok) return
        const { columns, rows, lines } = result.table
        expect(new Set(columns).size).toBe(columns.length)
        expect(rows.every(row => row.length === columns.length)).toBe(true)
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
        expect(lines).toHaveLength(rows.length)
      }),
      { numRuns: 500 },
    )
  })

  it('of half a million quotation marks is read in one go', () => {
    expect(readTable(`id,comment\n${'"x,\n'.repeat(100_000)}`).ok).toBe(true)
    expect(readTable(`id,comment\n1,${'"'.repeat(500_001)}`).ok).toBe(true)
  }, 10_000)
})
