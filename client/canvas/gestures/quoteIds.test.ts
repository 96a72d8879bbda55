import { describe, expect, it } from 'vitest'
import { quoteIds } from './quoteIds.ts'

describe('dropped quotes', () => {
  it('are read as ids', () => {
    expect(quoteIds('["q-1","q-2"]')).toEqual(['q-1', 'q-2'])
  })

  it('are none when another program dropped something', () => {
    for (const data of ['', 'hello', '{}', '[1,null]', 'null']) expect(quoteIds(data)).toEqual([])
  })
})
