import type { Line } from '../csv/records.ts'
import { type NumberLook, shownNumber } from './numbers.ts'
import { unescaped } from './parts.ts'
import { walkXml } from './xml.ts'

/** What cells refer to: texts and looks by number. */
export type SheetContext = { texts: readonly string[]; looks: readonly NumberLook[]; from1904: boolean }

/** Columns further right than a table can have are not read; one of them tells that there are too many. */
const MAX_COLUMN = 512

/**
 * The rows of a sheet that hold something, each with its number on the sheet. Null when its cells have more than `most`
 * code units in all: thousands of them can share one long text.
 */
export function readSheet(xml: string, { texts, looks, from1904 }: SheetContext, most: number): Line[] | null {
  const lines: Line[] = []
  let row: Line = { cells: [], line: 0 }
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let aside = 0
  let length = 0

  function shown(): string {
    switch (type) {
      case 's':
        return texts[Number(value)] ?? ''
      case 'str':
      case 'inlineStr':
        return unescaped(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        return ''
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
      default:
        return shownNumber(value, looks[style] ?? { as: 'number' }, from1904)
    }
  }

  walkXml(xml, {
    open(name, attribute) {
      switch (name) {
        case 'row':
          row = { cells: [], line: wholeOf(attribute('r')) ?? row.line + 1 }
          column = -1
          break
        case 'c':
          column = columnOf(attribute('r')) ?? column + 1
          type = attribute('t') ?? 'n'
          style = wholeOf(attribute('s')) ?? 0
          value = ''
          break
        case 'rPh':
          aside++
          break
        case 'v':
        case 't':
          isValue = aside === 0
      }
    },
    close(name) {
      if (name === 'row' && row.cells.length > 0) lines.push(row)
      if (name === 'rPh') aside--
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c' || value === '' || column >= MAX_COLUMN) return
      while (row.cells.length < column) row.cells.push('')
      const cell = length > most ? '' : shown()
      length += cell.length
      row.cells[column] = cell
    },
    text(text) {
      if (isValue) value += text
    },
  })
  if (length > most) return null
  // Empty cells at the end are not written, which says nothing about the row.
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const { cells } of lines) while (cells.length < width) cells.push('')
  return lines
}

function wholeOf(text: string | null): number | null {
  const number = Number(text ?? Number.NaN)
  return Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** The column of a place such as `AB12`, from 0. */
function columnOf(place: string | null): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(place ?? '')?.[0].toUpperCase()
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
