import { describe, expect, it } from 'vitest'
import { findDayOrder, readDay } from './dates.ts'

describe('a cell is read as a day', () => {
  it.each([
    ['2021-09-30', '2021-09-30'],
    ['2021/9/3', '2021-09-03'],
    ['2021-09-30T10:15:00Z', '2021-09-30'],
    ['2021-09-30 23:59', '2021-09-30'],
    ['20210930', '2021-09-30'],
    ['30/09/2021', '2021-09-30'],
    ['30.09.2021', '2021-09-30'],
    ['30-9-21', '2021-09-30'],
    ['03/04/2021 10:15', '2021-04-03'],
    ['30 Sep 2021', '2021-09-30'],
    ['30-Sep-21', '2021-09-30'],
    ['Thursday, 30 September 2021', '2021-09-30'],
    ['September 30, 2021', '2021-09-30'],
    ['Sep 30th 2021', '2021-09-30'],
    ['30. März 2021', '2021-03-30'],
    ['1er août 2021', '2021-08-01'],
    ['30 de septiembre de 2021', '2021-09-30'],
    ['3 Dez. 2021', '2021-12-03'],
  ])('%s', (cell, day) => {
    expect(readDay(cell, 'day first')).toBe(day)
  })

  it.each([
    '',
    'yesterday',
    '2022-31-5',
    '2021-02-29',
    '31/04/2021',
    '2021',
    'Sep 2021',
    '12:30',
    '44469',
    '1.5.3',
    'n/a',
  ])('not: %j', cell => {
    expect(readDay(cell, 'day first')).toBeNull()
  })
})

describe('which number is the day is decided for a whole column', () => {
  const today = '2024-06-30'
  it.each([
    ['by a day above twelve', ['03/04/2021', '30/09/2021'], 'day first', true],
    ['by a month that cannot be one', ['03/04/2021', '09/30/2021'], 'month first', true],
    ['by days that were not yet', ['06/12/2024', '05/11/2024', '06/29/2024'], 'month first', true],
    ['by guess, and says so', ['03/04/2021', '05/06/2021'], 'day first', false],
    ['without need', ['2021-09-30', '04/04/2021', ''], 'day first', true],
    ['by the majority, and says so', ['30/09/2021', '09/30/2021', '10/31/2021'], 'month first', false],
  ])('%s', (_name, cells, order, sure) => {
    expect(findDayOrder(cells, today)).toEqual({ order, sure })
  })
})
