import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap } from '#shared/model/MapDocument.ts'
import { nextHint } from './hints.ts'

describe('hints for a first map', () => {
  const stages = [KINDS.stages.make({ id: 's' })]
  const touchpoints = [KINDS.touchpoints.make({ id: 't', stage: 's' })]
  const quotes = [KINDS.quotes.make({ id: 'q', text: 'Good.' })]

  it('go from a stage to a card to a quote, and then there are none', () => {
    expect(nextHint(emptyMap())?.id).toBe('stage')
    expect(nextHint({ ...emptyMap(), stages })?.id).toBe('card')
    expect(nextHint({ ...emptyMap(), stages, touchpoints })?.id).toBe('quote')
    expect(nextHint({ ...emptyMap(), stages, touchpoints, quotes })).toBeNull()
  })

  it('leave whoever begins with quotes alone', () => {
    expect(nextHint({ ...emptyMap(), quotes })).toBeNull()
  })
})
