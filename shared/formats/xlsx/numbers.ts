/** How a cell's number is shown: as a day, in per cent, with leading zeros, or as it is. */
export type NumberLook = { as: 'day' } | { as: 'percent' } | { as: 'padded'; digits: number } | { as: 'number' }

const NUMBER: NumberLook = { as: 'number' }
const DAY: NumberLook = { as: 'day' }
const DAY_MS = 86_400_000

/** What a number format that Excel brings along looks like. (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are East Asian days) */
export function builtInLook(id: number): NumberLook {
  if (id === 9 || id === 10) return { as: 'percent' }
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return isDay ? DAY : NUMBER
}

/** What a format code looks like. Letters in quotes, after a backslash or in brackets are no part of a day. */
export function lookOf(code: string): NumberLook {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|_.|\*./gi, '').split(';')
  if (/^0{2,}$/.test(positive)) return { as: 'padded', digits: positive.length }
  if (/[dmyhs]/i.test(positive) && !/general/i.test(positive)) return DAY
  return positive.includes('%') ? { as: 'percent' } : NUMBER
}

/**
 * A number as people see it in the cell. Days become ISO days, with the time when there is one; numbers lose the noise
 * behind the fifteenth digit, which Excel does not show either. `from1904` is the workbook's other calendar.
 */
export function shownNumber(written: string, look: NumberLook, from1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  switch (look.as) {
    case 'day':
      return dayOf(value, from1904) ?? tidied(value)
    case 'percent':
      return `${tidied(value * 100)}%`
    case 'padded':
      return tidied(value).padStart(look.digits, '0')
    case 'number':
      return tidied(value)
  }
}

function tidied(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/**
 * A serial number as a day. Excel counts a 29 February 1900 that never was, so days before it are one off; zero to one
 * is a time without a day.
 */
function dayOf(serial: number, from1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_466) return null
  if (serial < 1 && !from1904) return timeOf(serial)
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const whole = new Date(start + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
  const time = timeOf(serial - Math.floor(serial))
  return time === '00:00' ? whole : `${whole} ${time}`
}

function timeOf(part: number): string {
  const seconds = Math.round(part * 86_400)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}
