import type { Question } from '../ids.ts'
import type { MapDocument } from '../MapDocument.ts'
import { NINE_QUESTIONS, type QuestionWords, YES_OR_NO } from '../questions.ts'
import type { ClaimEvidence, EvidenceIndex } from './EvidenceIndex.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Words that answer a question, and where they belong. */
export type Answer = ClaimEvidence & { readonly persona: string | null; readonly stage: string | null }

/** What is known about one question. */
export type AnsweredQuestion = QuestionWords & {
  readonly answers: readonly Answer[]
  /** Different customers who answered, whatever they said. */
  readonly customers: number
  /** Customers who still have to be asked. */
  readonly missing: number
  /** For questions of yes or no: how many said which, and how many both. */
  readonly sides: Pick<Tally, 'supports' | 'contradicts' | 'mixed'> | null
}

/** Which answers to show: those of a persona's customers (null: of none), those about a stage; left out: all. */
export type BoardPart = { readonly persona?: string | null; readonly stage?: string }

/** The nine questions with the quotes that answer them, counted by person. */
export function questionBoard(map: MapDocument, evidence: EvidenceIndex, part: BoardPart = {}): AnsweredQuestion[] {
  const personaOf = new Map(map.customers.map(({ id, persona }) => [id, persona]))
  const stageOf = new Map([
    ...map.touchpoints.map(({ id, stage }) => [id, stage] as const),
    ...map.stages.map(({ id }) => [id, id] as const),
  ])
  const excerptAt = new Map(map.excerpts.map(({ id, touchpoint }) => [id, touchpoint]))
  const placed = (piece: ClaimEvidence): Answer => {
    const { quote } = piece
    const place = excerptAt.get(piece.evidence.quote) ?? quote.touchpoint ?? quote.about ?? ''
    return { ...piece, persona: personaOf.get(quote.customer ?? '') ?? null, stage: stageOf.get(place) || null }
  }
  const belongs = ({ persona, stage }: Answer) =>
    (part.persona === undefined || persona === part.persona) && (part.stage === undefined || stage === part.stage)

  return NINE_QUESTIONS.map(question => {
    const answers = evidence.evidenceFor(question.id).map(placed).filter(belongs)
    const { supports, contradicts, mixed } = sidesOf(answers)
    const customers = supports + contradicts + mixed
    return {
      ...question,
      answers,
      customers,
      missing: Math.max(0, map.map.voicesNeeded - customers),
      sides: isYesOrNo(question.id) ? { supports, contradicts, mixed } : null,
    }
  })
}

function isYesOrNo(question: Question): boolean {
  return YES_OR_NO.has(question)
}

function sidesOf(answers: readonly Answer[]): Tally {
  const pieces = answers.map(({ evidence: { stance }, quote, voice }) => {
    return { stance, voice, customer: quote.customer, quote: quote.id, day: null }
  })
  return tallyOf(pieces, { needed: 1, oldBefore: '' })
}
