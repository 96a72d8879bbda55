import { isDay } from '../../model/field.ts'
import { words } from './fold.ts'

/** Which number comes first in 03/04/2021. */
export type DayOrder = 'day first' | 'month first'

/** Beginnings of month names without accents: English, German, French, Spanish, Italian, Dutch, Portuguese, Nordic. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/,
  /^(?:feb|fev|fevr)/,
  /^(?:mar|mrz|maer|maa|mrt)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|maj|mag|mei|mayo)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|des|dic|dez)/,
]

const TIME = '(?:[T ,]+\\d{1,2}[:.h]\\d{2}.*)?'
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`)
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const DAY_NAME_YEAR = new RegExp(
  `^(?:\\p{L}+\\.?,? )?(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?[ -](?:de )?(\\p{L}{3,})\\.?,?[ -](?:de )?(\\d{4}|\\d{2})${TIME}$`,
  'iu',
)
const NAME_DAY_YEAR = new RegExp(
  `^(?:\\p{L}+\\.?,? )?(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${TIME}$`,
  'iu',
)

/** Two digits of a year up to this one mean 20xx: nobody's customers spoke before 1970. */
const CENTURY = 69

function day(year: string, month: number, date: string): string | null {
  const full = year.length === 2 ? (Number(year) <= CENTURY ? `20${year}` : `19${year}`) : year
  const iso = `${full}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

function monthOf(name: string): number {
  const plain = words(name)
  return MONTHS.findIndex(pattern => pattern.test(plain)) + 1
}

/**
 * The ISO day that a cell names, as written there (a time beside it is left out, no zone is applied). Null for
 * everything that is no day of the calendar, as 2022-31-5.
 */
export function readDay(cell: string, order: DayOrder): string | null {
  const text = cell.trim()
  if (text.length < 6 || text.length > 60 || !/\d/.test(text)) return null
  const first = YEAR_FIRST.exec(text)
  if (first) return day(first[1] as string, Number(first[3]), first[4] as string)
  const last = YEAR_LAST.exec(text)
  if (last) {
    const [, a = '', , b = '', year = ''] = last
    return order === 'day first' ? day(year, Number(b), a) : day(year, Number(a), b)
  }
  const compact = COMPACT.exec(text)
  if (compact) return day(compact[1] as string, Number(compact[2]), compact[3] as string)
  const named = DAY_NAME_YEAR.exec(text)
  if (named) return day(named[3] as string, monthOf(named[2] as string), named[1] as string)
  const american = NAME_DAY_YEAR.exec(text)
  if (american) return day(american[3] as string, monthOf(american[1] as string), american[2] as string)
  return null
}

/**
 * Decides for a whole column which number is the day. Cells that only one order can read as a day until `today` decide;
 * without any, or with as many on either side, the day comes first, and `sure` is false when that guess matters.
 */
export function findDayOrder(cells: Iterable<string>, today: string): { order: DayOrder; sure: boolean } {
  let dayFirst = 0
  let monthFirst = 0
  let either = 0
  for (const cell of cells) {
    const asDay = readDay(cell, 'day first')
    const asMonth = readDay(cell, 'month first')
    if (asDay === asMonth) continue
    const canBeDay = asDay !== null && asDay <= today
    const canBeMonth = asMonth !== null && asMonth <= today
    if (canBeDay === canBeMonth) either++
    else if (canBeDay) dayFirst++
    else monthFirst++
  }
  if (monthFirst > dayFirst) return { order: 'month first', sure: dayFirst === 0 }
  return { order: 'day first', sure: monthFirst === 0 && (dayFirst > 0 || either === 0) }
}
