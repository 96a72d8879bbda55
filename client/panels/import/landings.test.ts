import { describe, expect, it } from 'vitest'
import { noColumns } from '#shared/formats/csv/columns.ts'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import { landingValue, stageLandingFrom, touchpointLandingFrom, withStageLanding } from './landings.ts'
import { roleOf, withRole } from './roles.ts'

const choices = {
  stages: [{ value: 'Wait', landing: { to: 'new', name: 'Wait' } }],
  touchpoints: [
    { stage: 'Wait', value: 'Phone', landing: { to: 'new', name: 'Phone' } },
    { stage: 'Wait', value: 'Desk', landing: { to: 'existing', id: 't' } },
    { stage: 'Pay', value: 'Phone', landing: { to: 'new', name: 'Phone' } },
  ],
} as ImportChoices

describe('where values land', () => {
  it('means the same as a choice and as a landing', () => {
    for (const chosen of ['new', 'journey', 'tray', 'existing t-1'] as const) {
      expect(landingValue(stageLandingFrom(chosen, 'Wait'))).toBe(chosen)
    }
    expect(touchpointLandingFrom('stage', 'x')).toEqual({ to: 'stage', stage: null })
    expect(stageLandingFrom('new', ' Wait\n long ')).toEqual({ to: 'new', name: 'Wait long' })
  })

  it('takes new touchpoints of a stage along when the stage itself does not come in, and brings them back', () => {
    const inTray = withStageLanding(choices, 'wait', { to: 'tray' })
    expect(inTray.touchpoints.map(({ landing }) => landing.to)).toEqual(['tray', 'existing', 'new'])
    const whole = withStageLanding(inTray, 'Wait', { to: 'journey' })
    expect(whole.touchpoints.map(({ landing }) => landing.to)).toEqual(['journey', 'existing', 'new'])
    expect(withStageLanding(whole, 'Wait', { to: 'new', name: 'Wait' })).toEqual(choices)
  })
})

describe('what a column is taken for', () => {
  it('is one thing, and each thing is one column', () => {
    const first = withRole(withRole(noColumns(), 3, 'words'), 4, 'date')
    const moved = withRole(first, 4, 'words')
    expect(moved).toMatchObject({ words: 4, date: null })
    expect(roleOf(moved, 3)).toBeNull()
    expect(roleOf(withRole(moved, 4, null), 4)).toBeNull()
  })
})
