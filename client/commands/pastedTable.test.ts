import { describe, expect, it } from 'vitest'
import { rowsOfText, sortTable } from './pastedTable.ts'

const sorted = (text: string) => sortTable(rowsOfText(text))

describe('a pasted table', () => {
  it('of one column is a list of titles, also with empty columns beside it', () => {
    expect(sorted('See it\r\nAsk\r\n')).toEqual({ kind: 'list', text: 'See it\nAsk' })
    expect(sorted('\tSee it\n\tAsk')).toEqual({ kind: 'list', text: 'See it\nAsk' })
  })

  it('of several columns is a note for each row, with its cells as lines', () => {
    expect(sorted('Queue\tlong\tAda\nSigns\t\tBen\n\t\t\n')).toEqual({
      kind: 'notes',
      texts: ['Queue\nlong\nAda', 'Signs\nBen'],
    })
  })

  it('keeps lines inside of a cell as spreadsheets quote them', () => {
    expect(sorted('"two\nlines"\tx\ny\tz')).toEqual({ kind: 'notes', texts: ['two\nlines\nx', 'y\nz'] })
  })

  it('whose columns are named as those of quotes belongs into the import, with every cell as it was', () => {
    const table = sorted('Verbatim\tCustomer\tDate\n"She said ""no"", twice"\tC1\t2025-03-01')
    expect(table).toEqual({
      kind: 'quotes',
      csv: '"Verbatim","Customer","Date"\r\n"She said ""no"", twice","C1","2025-03-01"',
    })
  })

  it('that only has such names and no rows, or no column of words, is notes', () => {
    expect(sorted('Verbatim\tCustomer')?.kind).toBe('notes')
    expect(sorted('Customer\tDate\nC1\t2025-03-01')?.kind).toBe('notes')
  })

  it('without any words is nothing', () => {
    expect(sorted('\t\n \t ')).toBeNull()
  })
})
