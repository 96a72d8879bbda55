import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { lessonsOf } from '#shared/model/evidence/lessons.ts'
import { returning } from '#shared/model/evidence/promiseState.ts'
import { isFlag, type Standing, standardsOf } from '#shared/model/evidence/promises.ts'
import { customersBehind, votesOf } from '#shared/model/evidence/votes.ts'
import { KINDS, type Opportunity } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { countWords } from '../countWords.ts'
import { STATUS_WORDS } from '../pains/painWords.ts'
import { answerWords, rhythmWords, SIDE_WORDS, STANDARD_WORDS, standingWords } from '../promises/promiseWords.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import type { OutlineLesson, OutlinePromise } from './Outline.ts'

/** What each touchpoint promises, standard by standard, to customers and then to the staff who serve it. */
export function promisesOn(map: MapDocument, touchpoint: string, today: string): OutlinePromise[] {
  return standardsOf(map.promises, touchpoint, today).flatMap(({ customer, staff }) =>
    [...customer, ...staff].map(standing => promiseOf(map, standing, today)),
  )
}

function promiseOf(map: MapDocument, { promise, state }: Standing, today: string): OutlinePromise {
  const { id, side, standard, text, limits, everyDays } = promise
  const team = lookUp(map.teams, promise.team)
  const asked = returning(promise, today)
  const answers = asked && answerWords(asked)
  const last = state.last
  return {
    id,
    name: `${STANDARD_WORDS[standard].name}, promised to ${SIDE_WORDS[side].toLowerCase()}`,
    text: text.trim() || 'Not written yet',
    limits: limits.trim(),
    facts: [
      standingWords(state),
      ...(team ? [`kept by ${KINDS.teams.title(team)}`] : []),
      ...(everyDays === null ? [] : [`checked ${rhythmWords(everyDays).toLowerCase()}`]),
      ...(answers ? [`${answers} would return or refer`] : []),
    ],
    isFlagged: isFlag(state.status),
    last:
      last === null
        ? null
        : [
            `${last.on === null ? 'Last check' : dayWords(last.on)}: ${last.kept ? 'kept' : 'not kept'}.`,
            last.heard.trim() && `Heard: ${last.heard.trim()}`,
            last.done.trim() && `Done: ${last.done.trim()}`,
          ]
            .filter(Boolean)
            .join(' '),
  }
}

/** What speaks for each opportunity in short facts; votes stand beside the customers and are never added to them. */
export function weighing(map: MapDocument, evidence: EvidenceIndex): (opportunity: Opportunity) => string[] {
  const votes = votesOf(map)
  return ({ id, effort, effect, painPoints }) => {
    const customers = customersBehind([id, ...painPoints], evidence)
    const from = painPoints.flatMap(pain => {
      const known = lookUp(map.painPoints, pain)
      return known ? [`from “${KINDS.painPoints.title(known)}”`] : []
    })
    return [
      ...(effort === null ? [] : [`effort ${effort} of 5`]),
      ...(effect === null ? [] : [`expected effect ${effect} of 5`]),
      `${countWords(customers, 'customer')} behind it`,
      countWords(votes.get(id) ?? 0, 'vote'),
      ...from,
    ]
  }
}

/** What was learned across the map, the newest first. */
export function lessonsIn(map: MapDocument, evidence: EvidenceIndex): OutlineLesson[] {
  return lessonsOf(map, evidence).lessons.map(({ pain, words, touchpoint, team, on, tally }) => {
    const card = lookUp(map.touchpoints, touchpoint)
    const owner = lookUp(map.teams, team)
    return {
      id: pain.id,
      words,
      facts: [
        `from “${KINDS.painPoints.title(pain)}”${card ? ` on “${KINDS.touchpoints.title(card)}”` : ''}`,
        ...(owner ? [KINDS.teams.title(owner)] : []),
        `${STATUS_WORDS[pain.status].toLowerCase()}${on ? `, ${dayWords(on)}` : ''}`,
        tally.supports === 0 ? 'no customer said so' : `${countWords(tally.supports, 'customer')} said so`,
      ],
    }
  })
}
