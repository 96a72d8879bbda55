import type { EvidenceIndex, Voice } from '#shared/model/evidence/EvidenceIndex.ts'
import { type Answer, type BoardPart, questionBoard } from '#shared/model/evidence/questionBoard.ts'
import { QUESTIONS, type Question } from '#shared/model/ids.ts'
import type { Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { YES_OR_NO } from '#shared/model/questions.ts'
import type { Behind } from '../../store/reading.ts'
import type { Listed } from '../lists/arrange.ts'
import { lookUp } from '../lookUp.ts'
import { spokenOn } from '../quotes/spokenOn.ts'

/** Words that say the same about a number. `customers`: different ones; words that count apart are of none. */
export type WordsGroup = {
  readonly title: string
  readonly words: readonly Listed[]
  readonly customers: number
}

/** The words behind a number, the newest first and those without a day last; those that fill no ring come last, in a group of their own. */
export function wordsBehind(map: MapDocument, evidence: EvidenceIndex, behind: Behind): WordsGroup[] {
  switch (behind.of) {
    case 'claim':
      return sides(map, evidence.evidenceFor(behind.claim), ['Say this', 'Say the opposite'])
    case 'question': {
      const answers = answersTo(map, evidence, behind.question, behind.part)
      return sides(map, answers, YES_OR_NO.has(behind.question) ? ['Yes', 'No'] : ['Answers', 'Answers against it'])
    }
    case 'part':
      return filled([group('Said here', saidOn(map, evidence, behind.touchpoints, behind.persona))])
    case 'feeling': {
      const felt = saidOn(map, evidence, [behind.touchpoint], undefined).filter(({ feeling }) => feeling !== null)
      return filled([group('Felt here', felt)])
    }
  }
}

/** Whether evidence is an answer to one of the nine questions. */
export function questionOf(claim: string): Question | null {
  return QUESTIONS.find(question => question === claim) ?? null
}

function answersTo(map: MapDocument, evidence: EvidenceIndex, question: Question, part: BoardPart): readonly Answer[] {
  return questionBoard(map, evidence, part).find(({ id }) => id === question)?.answers ?? []
}

type Piece = {
  evidence: { stance: 'supports' | 'contradicts'; quote: string }
  quote: Quote
  text: string
  voice: Voice
}

function sides(map: MapDocument, pieces: readonly Piece[], [pro, contra]: readonly [string, string]): WordsGroup[] {
  const taken = (wanted: (piece: Piece) => boolean) =>
    pieces.filter(wanted).map(({ evidence: { quote: id }, quote, text }): Listed => {
      const excerpt = id === quote.id ? undefined : lookUp(map.excerpts, id)
      const feeling = excerpt ? excerpt.feeling : quote.feeling
      return { id, quote, text, feeling, kind: excerpt?.kind ?? quote.kind }
    })
  const counts = ({ voice }: Piece) => voice === 'customer'
  return filled([
    group(
      pro,
      taken(piece => counts(piece) && piece.evidence.stance === 'supports'),
    ),
    group(
      contra,
      taken(piece => counts(piece) && piece.evidence.stance === 'contradicts'),
    ),
    {
      ...group(
        'Counted apart: staff, from memory, unknown',
        taken(piece => !counts(piece)),
      ),
      customers: 0,
    },
  ])
}

/** As `coverage` counts: recalled words, staff and unknown people are left out. */
function saidOn(
  map: MapDocument,
  evidence: EvidenceIndex,
  touchpoints: readonly string[],
  persona: string | null | undefined,
): Listed[] {
  return touchpoints.flatMap(touchpoint => {
    const heard = evidence.customersOn(touchpoint)
    const counts = ({ customer, how }: Quote) =>
      customer !== null &&
      how !== 'recalled' &&
      heard.has(customer) &&
      (persona === undefined || (lookUp(map.customers, customer)?.persona ?? null) === persona)
    return spokenOn(evidence, touchpoint).filter(({ quote }) => counts(quote))
  })
}

function group(title: string, words: readonly Listed[]): WordsGroup {
  const dayFor = ({ quote }: Listed) => quote.saidOn ?? ''
  const sorted = words.toSorted((a, b) => (dayFor(a) < dayFor(b) ? 1 : dayFor(a) > dayFor(b) ? -1 : 0))
  return { title, words: sorted, customers: new Set(words.map(({ quote }) => quote.customer)).size }
}

function filled(groups: readonly WordsGroup[]): WordsGroup[] {
  return groups.filter(({ words }) => words.length > 0)
}

export type { Behind }
