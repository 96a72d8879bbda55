import { describe, expect, it } from 'vitest'
import { KINDS } from '../../model/kinds.ts'
import { emptyMap } from '../../model/MapDocument.ts'
import { matchColumns } from './columns.ts'
import { reapply } from './remember.ts'
import { suggest } from './suggest.ts'
import { tableOf } from './testTools.ts'

const HEADER = 'stage,touchpoint,verbatim,score,sentiment,pain_points,source'
const march = tableOf(`${HEADER}\nWait,Queue,a b,1,negative,Slow,Spring\nPay,Till,c d,5,positive,Dear,Spring`)
const april = tableOf(`${HEADER}\nwait,Queue,e f,1,negative,Slow; New,Autumn\nLeave,Door,g h,3,mixed,,Autumn`)

const chosen = {
  ...suggest(march, matchColumns(march), emptyMap()),
  withoutCustomer: 'each-row-another' as const,
  acceptSentiment: true,
  stages: [
    { value: 'Wait', landing: { to: 'new' as const, name: 'Waiting' } },
    { value: 'Pay', landing: { to: 'existing' as const, id: 's1' } },
  ],
  touchpoints: [{ stage: 'Wait', value: 'Queue', landing: { to: 'stage' as const, stage: null } }],
  pains: [{ value: 'Slow', ticked: true, landing: { to: 'new' as const, name: 'Too slow' } }],
  score: { good: 'low' as const, rates: 'touchpoint' as const, values: [{ value: '1', feeling: 1 }] },
}

describe('choices remembered from an earlier file', () => {
  const again = reapply(chosen, april, emptyMap())

  it('hold for the values they were made for', () => {
    expect(again).toMatchObject({ withoutCustomer: 'each-row-another', acceptSentiment: true })
    expect(again.stages).toContainEqual({ value: 'wait', landing: { to: 'new', name: 'Waiting' } })
    expect(again.touchpoints).toContainEqual({ stage: 'wait', value: 'Queue', landing: { to: 'stage', stage: null } })
    expect(again.pains[0]).toEqual({ value: 'Slow', ticked: true, landing: { to: 'new', name: 'Too slow' } })
    expect(again.score).toMatchObject({ good: 'low', rates: 'touchpoint' })
    expect(again.score.values[0]).toEqual({ value: '1', feeling: 1 })
  })

  it('give way to suggestions for values not seen before, and forget those that are gone', () => {
    expect(again.stages.map(({ value }) => value)).toEqual(['wait', 'Leave'])
    expect(again.touchpoints).toContainEqual({ stage: 'Leave', value: 'Door', landing: { to: 'new', name: 'Door' } })
    expect(again.pains[1]).toEqual({ value: 'New', ticked: false, landing: { to: 'new', name: 'New' } })
    expect(again.score.values[1]).toEqual({ value: '3', feeling: 0 })
    expect(again.sources).toEqual([{ value: 'Autumn', landing: { to: 'new', name: 'Autumn', method: '' } }])
  })

  it('give way where they point to a record that this map does not have', () => {
    const landing = (existing = emptyMap()) =>
      reapply(chosen, march, existing).stages.find(s => s.value === 'Pay')?.landing
    expect(landing()).toEqual({ to: 'new', name: 'Pay' })
    expect(landing({ ...emptyMap(), stages: [KINDS.stages.make({ id: 's1', name: 'Checkout' })] })).toEqual({
      to: 'existing',
      id: 's1',
    })
  })

  it('know what was new then and is on the map now', () => {
    const plain = { ...chosen, stages: [{ value: 'Wait', landing: { to: 'new' as const, name: 'Wait' } }] }
    const existing = { ...emptyMap(), stages: [KINDS.stages.make({ id: 's7', name: 'wait' })] }
    expect(reapply(plain, april, existing).stages).toContainEqual({
      value: 'wait',
      landing: { to: 'existing', id: 's7' },
    })
  })

  it('lose columns that a narrower file does not have', () => {
    expect(reapply(chosen, tableOf('stage,touchpoint,verbatim\nWait,Queue,a b'), emptyMap()).columns).toMatchObject({
      words: 2,
      score: null,
      source: null,
    })
  })
})
