import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { withDraft } from './draft.ts'

const map = mapWith({ touchpoints: [{ id: 'a' }, { id: 'b' }] })
const ids = (draft: Parameters<typeof withDraft>[1]) => withDraft(map, draft).touchpoints.map(({ id }) => id)
const touchpoint = KINDS.touchpoints.make({ id: 'new' })

describe('a card that is about to be typed', () => {
  it('stands before the card it was begun before, and else at the end', () => {
    expect(ids({ touchpoint, before: 'b', after: null })).toEqual(['a', 'new', 'b'])
    expect(ids({ touchpoint, before: null, after: null })).toEqual(['a', 'b', 'new'])
    expect(ids({ touchpoint, before: 'deleted meanwhile', after: null })).toEqual(['a', 'b', 'new'])
  })

  it('is shown once when it is in the map already', () => {
    expect(withDraft(map, { touchpoint: KINDS.touchpoints.make({ id: 'a' }), before: null, after: null })).toBe(map)
    expect(withDraft(map, null)).toBe(map)
  })
})
