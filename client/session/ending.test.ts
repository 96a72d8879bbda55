import { describe, expect, it } from 'vitest'
import { CLOSE_SENTENCES, REFUSALS } from '#shared/protocol/closeCodes.ts'
import { EDITS_REFUSED, endingOf, withoutAdvice } from './ending.ts'

describe('a session that the server has ended', () => {
  it('opens by itself when the map’s history was rewritten or edits were refused, and leaves the edits as a list', () => {
    for (const ending of [endingOf(4410), EDITS_REFUSED]) {
      expect(ending).toEqual({ edits: 'set aside', next: 'opens by itself' })
    }
  })

  it('asks for the page to be loaded when it is too old, and leaves the edits as a list', () => {
    expect(endingOf(4426)).toEqual({ edits: 'set aside', next: 'load the page' })
  })

  it('keeps the edits for the next visit when only the way in has ended', () => {
    for (const code of [4401, 4403, 4404, 4429, 4499]) {
      expect(endingOf(code)).toEqual({ edits: 'kept', next: 'load the map' })
    }
  })

  it('is told without advice that has been followed already', () => {
    expect(withoutAdvice(CLOSE_SENTENCES[4410])).toBe('This map was rewritten.')
    expect(withoutAdvice(REFUSALS.foreign)).toBe(
      'This change was written in somebody else’s name, so it was not taken in.',
    )
    expect(withoutAdvice(REFUSALS.locked)).toBe(REFUSALS.locked)
  })
})
