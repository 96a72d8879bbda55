import { fold } from '#shared/formats/csv/fold.ts'
import type { ImportChoices, StageLanding, TouchpointLanding } from '#shared/formats/csv/mapping.ts'
import { nameFrom } from '#shared/formats/csv/meanings.ts'
import { TITLE } from '#shared/model/limits.ts'

/** Where a value lands, as the value of a select. */
export function landingValue(landing: { to: string; id?: string }): string {
  return landing.to === 'existing' ? `existing ${landing.id}` : landing.to
}

/** The other way round; `value` names what would be new. */
export function stageLandingFrom(chosen: string, value: string): StageLanding {
  if (chosen === 'journey' || chosen === 'tray') return { to: chosen }
  return chosen.startsWith('existing ') ? { to: 'existing', id: chosen.slice(9) } : { to: 'new', name: newName(value) }
}

export function touchpointLandingFrom(chosen: string, value: string): TouchpointLanding {
  return chosen === 'stage' ? { to: 'stage', stage: null } : stageLandingFrom(chosen, value)
}

/** What a new stage is called for rows that name none; as it is suggested. */
export const NAMELESS = 'Journey'

function newName(value: string): string {
  return nameFrom(value, TITLE) || NAMELESS
}

/**
 * Lets a stage's value land elsewhere. Its touchpoints follow where they have to: without a stage there is nothing in
 * which a new one could stand, and with one again they may be new again.
 */
export function withStageLanding(choices: ImportChoices, value: string, landing: StageLanding): ImportChoices {
  const key = fold(value)
  const before = choices.stages.find(entry => fold(entry.value) === key)?.landing
  const isNowhere = landing.to === 'journey' || landing.to === 'tray'
  return {
    ...choices,
    stages: choices.stages.map(entry => (fold(entry.value) === key ? { ...entry, landing } : entry)),
    touchpoints: choices.touchpoints.map(entry => {
      if (fold(entry.stage) !== key) return entry
      const { to } = entry.landing
      if (isNowhere && (to === 'new' || to === 'stage' || to === before?.to)) return { ...entry, landing }
      if (!isNowhere && (to === 'journey' || to === 'tray') && to === before?.to) {
        return { ...entry, landing: { to: 'new', name: newName(entry.value) } }
      }
      return entry
    }),
  }
}

/** Lets a touchpoint's value within a stage's land elsewhere. */
export function withTouchpointLanding(
  choices: ImportChoices,
  stage: string,
  value: string,
  landing: TouchpointLanding,
): ImportChoices {
  return {
    ...choices,
    touchpoints: choices.touchpoints.map(entry =>
      entry.stage === stage && entry.value === value ? { ...entry, landing } : entry,
    ),
  }
}
