import { add, type Change, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { feelingOfTeam, guessChanges } from './guesses.ts'

export type Stance = 'supports' | 'contradicts'

/** Adds a pain point to a touchpoint and opens its title. Returns its id. */
export function addPain(open: OpenMap, touchpoint: string, title = ''): string {
  const pain = KINDS.painPoints.make({ id: newId(), touchpoint, title })
  open.session.apply([add('painPoints', pain)])
  return pain.id
}

/** Changes a pain point. */
export function changePain(open: OpenMap, id: string, fields: FieldsOf<'painPoints'>): void {
  open.session.apply([set('painPoints', id, fields)])
}

/** Says that a quote (or excerpt) supports or contradicts a claim; null takes that back. One step. */
export function takeSide(open: OpenMap, claim: string, quote: string, stance: Stance | null): void {
  const known = open.map.getState().map.evidence.filter(record => record.claim === claim && record.quote === quote)
  const changes: Change[] = known
    .slice(stance === null ? 0 : 1)
    .map(({ id }) => ({ do: 'remove', kind: 'evidence', id }))
  const first = known[0]
  if (stance !== null && first) changes.push(set('evidence', first.id, { stance }))
  if (stance !== null && !first)
    changes.push(add('evidence', KINDS.evidence.make({ id: newId(), claim, quote, stance })))
  open.session.apply(changes)
}

/**
 * Writes the team's assumption about a subject. Once a quote takes a side on the present one it is never
 * rewritten, only followed by a new one, so that what was believed stays visible. A feeling is this person’s own guess,
 * kept beside those of the others, and what all of them guess together is the team’s.
 */
export function assume(
  open: OpenMap,
  about: string,
  fields: { text?: string; feeling?: number | null },
  author: string,
): void {
  const { map, evidence } = open.map.getState()
  const present = evidence.assumptionAbout(about)
  const touched = present !== null && map.evidence.some(record => record.claim === present.id)
  if (present && !touched) {
    const { feeling } = fields
    const guessed = feeling === undefined ? [] : guessChanges(open, present.id, feeling)
    const team = feeling === undefined ? {} : { feeling: feelingOfTeam(open, present.id, feeling) }
    open.session.apply([set('assumptions', present.id, { ...fields, ...team }), ...guessed])
    return
  }
  const next = KINDS.assumptions.make({
    id: newId(),
    about,
    text: present?.text ?? '',
    feeling: present?.feeling ?? null,
    ...fields,
    author,
    madeOn: new Date().toISOString().slice(0, 10),
    replaces: present?.id ?? null,
  })
  const guessed = fields.feeling == null ? [] : guessChanges(open, next.id, fields.feeling)
  open.session.apply([add('assumptions', next), ...guessed])
}
