import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, type Promised } from '../kinds.ts'
import { emptyMap } from '../MapDocument.ts'
import { daysAfter, daysBetween, promiseState, returning, URGENCY } from './promiseState.ts'
import { flagOf, promiseRegister, standardsOf } from './promises.ts'

const TODAY = '2026-06-15'

type Said = Partial<Promised['checks'][number]>

function promise(fields: Partial<Omit<Promised, 'checks'>> & { checks?: Said[] }): Promised {
  return KINDS.promises.repair(fields.id ?? 'p', { touchpoint: 't', ...fields })
}

function checked(on: string | null, fields: Said = {}): Said {
  return { on, ...fields }
}

describe('how a promise stands on 15 June 2026', () => {
  it.each<[string, Parameters<typeof promise>[0], string, string | null, number | null]>([
    ['nothing is dated', {}, 'open', null, null],
    ['a rhythm alone starts no clock', { everyDays: 30 }, 'open', null, null],
    ['agreed, and no rhythm', { madeOn: '2020-01-01' }, 'kept', null, null],
    ['made today, every 30 days', { madeOn: TODAY, everyDays: 30 }, 'kept', '2026-07-15', 30],
    ['eight days before a check every 60', { madeOn: '2026-04-24', everyDays: 60 }, 'kept', '2026-06-23', 8],
    ['seven days before a check every 60', { madeOn: '2026-04-23', everyDays: 60 }, 'due', '2026-06-22', 7],
    ['three days before a weekly check', { madeOn: '2026-06-11', everyDays: 7 }, 'kept', '2026-06-18', 3],
    ['one day before a weekly check', { madeOn: '2026-06-09', everyDays: 7 }, 'due', '2026-06-16', 1],
    ['on the day of a daily check', { madeOn: '2026-06-14', everyDays: 1 }, 'due', TODAY, 0],
    ['one day after a weekly check', { madeOn: '2026-06-07', everyDays: 7 }, 'overdue', '2026-06-14', -1],
    ['six days after a weekly check', { madeOn: '2026-06-02', everyDays: 7 }, 'overdue', '2026-06-09', -6],
    ['a whole weekly check left out', { madeOn: '2026-06-01', everyDays: 7 }, 'broken', '2026-06-08', -7],
    [
      'the last check starts the clock, whatever the order of writing',
      { madeOn: '2026-01-01', everyDays: 30, checks: [checked('2026-06-10'), checked('2026-03-01')] },
      'kept',
      '2026-07-10',
      25,
    ],
    [
      'a check of a day to come has not taken place',
      { madeOn: '2026-06-01', everyDays: 7, checks: [checked('2026-06-20')] },
      'broken',
      '2026-06-08',
      -7,
    ],
    [
      'a check without a day has not taken place',
      { madeOn: '2026-06-07', everyDays: 7, checks: [checked(null)] },
      'overdue',
      '2026-06-14',
      -1,
    ],
    [
      'the last check says that it was not kept',
      { madeOn: '2026-06-01', everyDays: 30, checks: [checked('2026-06-14', { kept: false })] },
      'broken',
      '2026-07-14',
      29,
    ],
    [
      'not kept, without a rhythm',
      { madeOn: '2026-06-01', checks: [checked('2026-06-14', { kept: false })] },
      'broken',
      null,
      null,
    ],
    [
      'made good the same day, later in the list',
      { everyDays: 30, checks: [checked('2026-06-14', { kept: false }), checked('2026-06-14')] },
      'kept',
      '2026-07-14',
      29,
    ],
    [
      'over a leap day',
      { madeOn: '2024-02-28', everyDays: 2, checks: [checked('2026-06-15')] },
      'kept',
      '2026-06-17',
      2,
    ],
  ])('%s', (_, fields, status, dueOn, days) => {
    expect(promiseState(promise(fields), TODAY)).toMatchObject({ status, dueOn, days })
  })

  it('never becomes less urgent by waiting, as long as nobody checks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 900 }), (everyDays, waited) => {
        const made = promise({ madeOn: '2024-01-01', everyDays })
        const on = (days: number) => URGENCY.indexOf(promiseState(made, daysAfter('2024-01-01', days)).status)
        expect(on(waited + 1)).toBeLessThanOrEqual(on(waited))
      }),
    )
  })

  it('counts days over summer time and leap years alike', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('how many would return', () => {
  it.each<[string, Said[], string | null]>([
    ['nobody was asked', [checked('2026-06-01')], null],
    ['asked none', [checked('2026-06-01', { asked: 0, would: 0 })], null],
    ['12 of 20', [checked('2026-06-01', { asked: 20, would: 12 })], '12 of 20'],
    [
      'the last time counts',
      [checked('2026-06-01', { asked: 20, would: 12 }), checked('2026-05-01', { asked: 9, would: 9 })],
      '12 of 20',
    ],
    [
      'a later check in which nobody was asked changes nothing',
      [checked('2026-05-01', { asked: 9, would: 3 }), checked('2026-06-01')],
      '3 of 9',
    ],
    [
      'a day to come does not count',
      [checked('2026-05-01', { asked: 9, would: 3 }), checked('2026-07-01', { asked: 2, would: 2 })],
      '3 of 9',
    ],
    ['no more than were asked', [checked('2026-06-01', { asked: 3, would: 9 })], '3 of 3'],
    ['without a day, where there is no other', [checked(null, { asked: 8, would: 5 })], '5 of 8'],
  ])('%s', (_, checks, words) => {
    const told = returning(promise({ standard: 'return', checks }), TODAY)
    expect(told && `${told.would} of ${told.asked}`).toBe(words)
  })
})

describe('the promises of a map', () => {
  const late = promise({ id: 'late', touchpoint: 't1', madeOn: '2026-06-07', everyDays: 7, side: 'staff' })
  const broken = promise({ id: 'broken', touchpoint: 't2', madeOn: '2026-01-01', everyDays: 7 })
  const later = promise({ id: 'later', touchpoint: 't2', madeOn: '2026-06-03', everyDays: 7, standard: 'check-ins' })
  const kept = promise({ id: 'kept', touchpoint: 't1', madeOn: TODAY })
  const map = {
    ...emptyMap(),
    touchpoints: ['t1', 't2', 't3'].map(id => KINDS.touchpoints.make({ id })),
    promises: [late, broken, later, kept],
  }

  it('stand mirrored, customers beside staff, each standard once', () => {
    const standards = standardsOf(map.promises, 't1', TODAY)
    expect(standards.map(({ standard }) => standard)).toEqual(['agreement', 'check-ins', 'return'])
    expect(standards[0]?.customer.map(({ promise }) => promise.id)).toEqual(['kept'])
    expect(standards[0]?.staff.map(({ promise }) => promise.id)).toEqual(['late'])
    expect(standards[1]?.customer).toEqual([])
  })

  it('are listed where they ask for somebody, broken before overdue, and the longest overdue first', () => {
    const { all, due } = promiseRegister(map, TODAY)
    expect(all.map(({ touchpoint }) => touchpoint.id)).toEqual(['t1', 't2'])
    expect(due.map(({ promise }) => promise.id)).toEqual(['broken', 'later', 'late'])
  })

  it('flag a touchpoint by the most urgent of them', () => {
    expect(flagOf([kept, late], TODAY)).toBe('overdue')
    expect(flagOf([late, broken], TODAY)).toBe('broken')
    expect(flagOf([kept], TODAY)).toBeNull()
  })
})
