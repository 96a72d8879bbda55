import { describe, expect, it } from 'vitest'
import { keptRecords } from './keptRecords.ts'

describe('records in a browser that keeps nothing', () => {
  it('are none, and the one that keeps them is told so', async () => {
    const records = keptRecords<{ id: string }>('any')
    expect(await records.put({ id: 'a' })).toBe(false)
    expect(await records.get('a')).toBeUndefined()
    expect(await records.all()).toEqual([])
    await records.drop('a')
  })
})
