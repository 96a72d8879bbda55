import { WHY_HIRED } from '#shared/model/ids.ts'
import { KINDS, type Scene } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { NINE_QUESTIONS } from '#shared/model/questions.ts'

/** Something that a claim scene can show. `of` is what the scene then names. */
export type ClaimChoice = {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly of: Pick<Scene, 'claim' | 'touchpoint'>
}

/** Everything on the map that a claim scene can show: touchpoints, pain points, opportunities, assumptions, questions. */
export function claimChoices(map: MapDocument): ClaimChoice[] {
  const claim = (id: string, title: string, detail: string): ClaimChoice => {
    return { id, title, detail, of: { claim: id, touchpoint: null } }
  }
  return [
    ...(map.map.whyHired.trim() ? [claim(WHY_HIRED, map.map.whyHired.trim(), 'Why customers hire us')] : []),
    ...map.touchpoints.map(touchpoint => ({
      ...{ id: touchpoint.id, title: KINDS.touchpoints.title(touchpoint), detail: 'Touchpoint' },
      of: { claim: null, touchpoint: touchpoint.id },
    })),
    ...map.painPoints.map(pain => claim(pain.id, KINDS.painPoints.title(pain), 'Pain point')),
    ...map.opportunities.map(one => claim(one.id, KINDS.opportunities.title(one), 'Opportunity')),
    ...map.assumptions.map(one => claim(one.id, KINDS.assumptions.title(one), 'Assumption')),
    ...NINE_QUESTIONS.map(({ id, words }) => claim(id, words, 'Question')),
  ]
}

/** What a scene shows now, in words. */
export function chosenClaim(map: MapDocument, { claim, touchpoint }: Scene): ClaimChoice | undefined {
  const id = claim ?? touchpoint
  return id === null ? undefined : claimChoices(map).find(choice => choice.id === id)
}
