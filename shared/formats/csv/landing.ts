import { KINDS, type Lane, type PainPoint, type Persona, type Stage, type Touchpoint } from '../../model/kinds.ts'
import { MAX_TOUCHPOINTS, NAME, TITLE } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { laneHolds } from '../../model/records/lanes.ts'
import { fold } from './fold.ts'
import type { ImportChoices, PainLanding, PersonaLanding, StageLanding, TouchpointLanding } from './mapping.ts'
import { nameFrom } from './meanings.ts'
import { Shelf } from './Shelf.ts'
import { pairKey } from './values.ts'

/** Where a quote lies: on a touchpoint, or about a stage or the journey, or neither (the tray). */
export type Place = { touchpoint: string | null; about: string | null }

const TRAY: Place = { touchpoint: null, about: null }
const WHOLE_JOURNEY: Place = { touchpoint: null, about: 'journey' }

/**
 * Turns the values of a row into places on the map. Records are made when the first quote needs them, so that a value
 * of which no quote comes in leaves nothing behind.
 */
export type Landing = {
  place(stage: string, touchpoint: string): Place
  painPoints(values: readonly string[], touchpoint: string | null): void
  persona(value: string): string | null
  /** What was made, each list in the order in which the choices name it. */
  made(): { stages: Stage[]; lanes: Lane[]; touchpoints: Touchpoint[]; personas: Persona[]; painPoints: PainPoint[] }
}

/** `channelOf` tells the channel of a new touchpoint from the table, empty when it has no single one. */
export function createLanding(
  choices: ImportChoices,
  existing: MapDocument,
  newId: () => string,
  channelOf: (key: string) => string,
): Landing {
  const stageLandings = new Map(choices.stages.map(({ value, landing }, at) => [fold(value), { landing, at }]))
  const touchpointLandings = new Map(
    choices.touchpoints.map(({ stage, value, landing }, at) => [pairKey(stage, value), { landing, at }]),
  )
  const painLandings = new Map(
    choices.pains.flatMap(({ value, ticked, landing }) => (ticked ? [[fold(value), landing] as const] : [])),
  )
  const personaLandings = new Map(choices.personas.map(({ value, landing }) => [fold(value), landing]))

  const stages = new Shelf(existing.stages, stage => fold(stage.name))
  const touchpoints = new Shelf(existing.touchpoints, ({ stage, title }) => `${stage}\n${fold(title)}`)
  const personas = new Shelf(existing.personas, persona => fold(persona.name))
  const pains = new Shelf(existing.painPoints, ({ touchpoint, title }) => `${touchpoint ?? ''}\n${fold(title)}`)
  let lane = findLane(existing)
  const lanes: Lane[] = []

  function laneForTouchpoints(): string {
    if (lane === undefined) {
      lane = KINDS.lanes.make({ id: newId(), name: 'Touchpoints', kind: 'frontstage' })
      lanes.push(lane)
    }
    return lane.id
  }

  /** The stage's id, or the word for the whole journey, or null for the tray. */
  function stageOf({ landing, at }: { landing: StageLanding; at: number }): string | null {
    switch (landing.to) {
      case 'existing':
        return stages.ids.has(landing.id) ? landing.id : null
      case 'new': {
        const name = nameFrom(landing.name, TITLE)
        return stages.take(fold(name), at, () => KINDS.stages.make({ id: newId(), name }))
      }
      case 'journey':
        return 'journey'
      case 'tray':
        return null
    }
  }

  function stageOfValue(value: string): string | null {
    const found = stageLandings.get(fold(value))
    return found ? stageOf(found) : null
  }

  function touchpointPlace(stage: string, value: string, found: { landing: TouchpointLanding; at: number }): Place {
    const { landing, at } = found
    switch (landing.to) {
      case 'existing':
        return touchpoints.ids.has(landing.id) ? { touchpoint: landing.id, about: null } : TRAY
      case 'journey':
        return WHOLE_JOURNEY
      case 'tray':
        return TRAY
      case 'stage': {
        if (landing.stage === null) return { touchpoint: null, about: stageOfValue(stage) }
        const about = stages.ids.has(landing.stage) ? landing.stage : stageOfValue(landing.stage)
        return { touchpoint: null, about }
      }
      case 'new': {
        const home = stageOfValue(stage)
        if (home === null || home === 'journey') return { touchpoint: null, about: home }
        const title = nameFrom(landing.name, TITLE)
        const key = `${home}\n${fold(title)}`
        if (!touchpoints.has(key) && touchpoints.size >= MAX_TOUCHPOINTS) return { touchpoint: null, about: home }
        const id = touchpoints.take(key, at, () =>
          KINDS.touchpoints.make({
            id: newId(),
            title,
            stage: home,
            lane: laneForTouchpoints(),
            channel: channelOf(pairKey(stage, value)),
          }),
        )
        return { touchpoint: id, about: null }
      }
    }
  }

  function painPoint(landing: PainLanding, touchpoint: string | null): void {
    if (landing.to === 'existing') return
    const title = nameFrom(landing.name, TITLE)
    pains.take(`${touchpoint ?? ''}\n${fold(title)}`, 0, () =>
      KINDS.painPoints.make({ id: newId(), title, touchpoint }),
    )
  }

  function personaOf(landing: PersonaLanding): string | null {
    switch (landing.to) {
      case 'existing':
        return personas.ids.has(landing.id) ? landing.id : null
      case 'new': {
        const name = nameFrom(landing.name, NAME)
        return personas.take(fold(name), 0, () => KINDS.personas.make({ id: newId(), name }))
      }
      case 'none':
        return null
    }
  }

  return {
    place(stage, touchpoint) {
      if (touchpoint === '') return { touchpoint: null, about: stageOfValue(stage) }
      const found = touchpointLandings.get(pairKey(stage, touchpoint))
      return found ? touchpointPlace(stage, touchpoint, found) : TRAY
    },
    painPoints(values, touchpoint) {
      for (const value of values) {
        const landing = painLandings.get(fold(value))
        if (landing) painPoint(landing, touchpoint)
      }
    },
    persona(value) {
      const landing = value === '' ? undefined : personaLandings.get(fold(value))
      return landing ? personaOf(landing) : null
    },
    made: () => ({
      stages: stages.made(),
      lanes,
      touchpoints: touchpoints.made(),
      personas: personas.made(),
      painPoints: pains.made(),
    }),
  }
}

/** The lane in which touchpoints from quotes stand: where contacts are shown, else any that holds touchpoints. */
function findLane(existing: MapDocument): Lane | undefined {
  const holding = existing.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints')
  return holding.find(({ kind }) => kind === 'frontstage') ?? holding[0]
}
