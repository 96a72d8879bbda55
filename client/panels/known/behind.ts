import type { EvidenceIndex, Voice } from '#shared/model/evidence/EvidenceIndex.ts'
import { middleOf } from '#shared/model/evidence/feeling.ts'
import { type Answer, type BoardPart, questionBoard } from '#shared/model/evidence/questionBoard.ts'
import { voiceOf } from '#shared/model/evidence/voice.ts'
import { QUESTIONS, type Question } from '#shared/model/ids.ts'
import type { Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { YES_OR_NO } from '#shared/model/questions.ts'
import { lookUp } from '../../store/lookUp.ts'
import type { Behind } from '../../store/reading.ts'
import type { Listed } from '../lists/arrange.ts'
import { spokenOn } from '../quotes/spokenOn.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'

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
      return sides(map, evidence.evidenceFor(behind.claim), SAY)
    case 'claims':
      return sides(
        map,
        behind.claims.flatMap(claim => evidence.evidenceFor(claim)),
        SAY,
      )
    case 'question': {
      const answers = answersTo(map, evidence, behind.question, behind.part)
      return sides(map, answers, YES_OR_NO.has(behind.question) ? YES_NO : ANSWER)
    }
    case 'part':
      return filled([group('Said here', saidOn(map, evidence, behind.touchpoints, behind.persona))])
    case 'feeling': {
      const felt = saidOn(map, evidence, [behind.touchpoint], undefined).filter(({ feeling }) => feeling !== null)
      return filled([group('Felt here', ofThose(felt, behind.felt))])
    }
    case 'all': {
      const voice = voicesIn(map)
      const isCustomer = (quote: Quote) => voice(quote) === 'customer'
      const all = evidence.spoken()
      const others = all.filter(quote => !isCustomer(quote)).map(whole)
      return filled([
        group('Customers said', all.filter(isCustomer).map(whole)),
        { ...group('Counted apart: staff, from memory, unknown', others), customers: 0 },
      ])
    }
    case 'source': {
      const own = spokenQuotes(map).filter(({ source }) => source === behind.source)
      const voice = voicesIn(map)
      const isAnswer = (quote: Quote) => ANSWERING.has(voice(quote))
      const others = own.filter(quote => !isAnswer(quote)).map(whole)
      return filled([
        group('Answered', own.filter(isAnswer).map(whole)),
        { ...group('Counted apart: from memory, unknown', others), customers: 0 },
      ])
    }
  }
}

const SAY = ['Say this', 'Say the opposite', 'Say both'] as const
const YES_NO = ['Yes', 'No', 'Both'] as const
const ANSWER = ['Answers', 'Answers against it', 'Both'] as const

/** Whose words count as an answer of somebody who was asked. */
const ANSWERING: ReadonlySet<Voice | null> = new Set(['customer', 'staff'])

function voicesIn({ customers }: MapDocument): (quote: Quote) => Voice | null {
  const known = new Map(customers.map(customer => [customer.id, customer]))
  return quote => voiceOf(quote, known.get(quote.customer ?? ''))
}

function whole(quote: Quote): Listed {
  return { id: quote.id, quote, text: quote.text, feeling: quote.feeling, kind: quote.kind }
}

/** The words of those who in the middle of what they felt felt so. */
function ofThose(words: readonly Listed[], felt: number | 'bad' | undefined): readonly Listed[] {
  if (felt === undefined) return words
  const own = Map.groupBy(words, ({ quote }) => quote.customer)
  return [...own.values()].flatMap(said => {
    const middle = middleOf(said.flatMap(({ feeling }) => feeling ?? []))
    return (felt === 'bad' ? middle < 0 : Math.round(middle) === felt) ? said : []
  })
}

/** Whether evidence is an answer to one of the nine questions. */
export function questionOf(claim: string): Question | null {
  return QUESTIONS.find(question => question === claim) ?? null
}

function answersTo(map: MapDocument, evidence: EvidenceIndex, question: Question, part: BoardPart): readonly Answer[] {
  return questionBoard(map, evidence, part).find(({ id }) => id === question)?.answers ?? []
}

type Piece = {
  evidence: { stance: 'supports' | 'contradicts'; quote: string; claim: string }
  quote: Quote
  text: string
  voice: Voice
}

/** As claims are counted: who has words on both sides of one stands on neither. */
function sides(map: MapDocument, pieces: readonly Piece[], titles: readonly [string, string, string]): WordsGroup[] {
  const counted = pieces.filter(({ voice }) => voice === 'customer')
  const stances = Map.groupBy(counted, standOf)
  const isMixed = (piece: Piece) => new Set(stances.get(standOf(piece))?.map(one => one.evidence.stance)).size > 1
  const [both, one] = [counted.filter(isMixed), counted.filter(piece => !isMixed(piece))]
  const [pro, contra, mixed] = titles
  const apart = pieces.filter(({ voice }) => voice !== 'customer')
  const sideOf = (stance: Piece['evidence']['stance']) => one.filter(({ evidence }) => evidence.stance === stance)
  return filled([
    group(pro, listed(map, sideOf('supports'))),
    group(contra, listed(map, sideOf('contradicts'))),
    group(mixed, listed(map, both)),
    { ...group('Counted apart: staff, from memory, unknown', listed(map, apart)), customers: 0 },
  ])
}

/** Of whom and about what a piece of evidence is. */
function standOf({ evidence: { claim }, quote: { customer } }: Piece): string {
  return JSON.stringify([claim, customer])
}

/** Each words once, however many claims they speak to. */
function listed(map: MapDocument, pieces: readonly Piece[]): Listed[] {
  const byId = new Map(pieces.map(piece => [piece.evidence.quote, piece]))
  return [...byId].map(([id, { quote, text }]) => {
    const excerpt = id === quote.id ? undefined : lookUp(map.excerpts, id)
    return { id, quote, text, feeling: excerpt ? excerpt.feeling : quote.feeling, kind: excerpt?.kind ?? quote.kind }
  })
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
