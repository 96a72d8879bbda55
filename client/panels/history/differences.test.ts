import { describe, expect, it } from 'vitest'
import { mapWith } from '#shared/testing/mapWith.ts'
import { differences } from './differences.ts'

describe('a version beside the map as it is now', () => {
  it('says what would come back, change and go', () => {
    const then = mapWith({ touchpoints: [{ id: 'a' }, { id: 'b', title: 'B' }], quotes: [{ id: 'q' }] })
    const now = mapWith({ touchpoints: [{ id: 'b', title: 'Better' }, { id: 'c' }], quotes: [{ id: 'q' }] })
    expect(differences(then, { ...now, map: { ...now.map, title: 'Other' } })).toEqual({
      back: { touchpoints: 1 },
      changed: { map: 1, touchpoints: 1 },
      gone: { touchpoints: 1 },
      reordered: false,
    })
  })

  it('sees that things stand in another order', () => {
    const then = mapWith({ stages: [{ id: 'a' }, { id: 'b' }] })
    const now = mapWith({ stages: [{ id: 'b' }, { id: 'new' }, { id: 'a' }] })
    expect(differences(then, now)).toMatchObject({ changed: {}, reordered: true })
    expect(differences(then, then)).toEqual({ back: {}, changed: {}, gone: {}, reordered: false })
  })
})
