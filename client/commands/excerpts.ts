import { add, type Change, type FieldsOf, set } from '#shared/doc/change.ts'
import { newId, QUESTIONS, type Question } from '#shared/model/ids.ts'
import { type Evidence, KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Which of the nine questions words answer, and with what; `supports` means yes where a question asks for it. */
export type AnswerOf = { readonly question: Question; readonly stance: Evidence['stance'] }

/** Everything about an excerpt but which quote it is of. */
export type ExcerptFields = Required<Omit<FieldsOf<'excerpts'>, 'quote'>>

/** The answer that a quote or an excerpt gives; null for none, the first question where it answers several. */
export function answerOf({ evidence }: Pick<MapDocument, 'evidence'>, id: string): AnswerOf | null {
  for (const question of QUESTIONS) {
    const piece = evidence.find(({ claim, quote }) => claim === question && quote === id)
    if (piece) return { question, stance: piece.stance }
  }
  return null
}

/** Makes an excerpt of a quote, with the question that it answers, as one step. Returns its id. */
export function addExcerpt(open: OpenMap, quote: string, fields: ExcerptFields, answer: AnswerOf | null): string {
  const excerpt = KINDS.excerpts.make({ id: newId(), quote, ...fields })
  open.session.apply([add('excerpts', excerpt), ...(answer ? [given(excerpt.id, answer)] : [])])
  return excerpt.id
}

/** Changes an excerpt and the question that it answers, as one step. Its quote stays as it is. */
export function changeExcerpt(
  open: OpenMap,
  id: string,
  fields: Partial<ExcerptFields>,
  answer: AnswerOf | null,
): void {
  const { map } = open.map.getState()
  const before = answerOf(map, id)
  const piecesOf = (question: Question) => map.evidence.filter(({ claim, quote }) => claim === question && quote === id)
  const changes: Change[] = Object.keys(fields).length > 0 ? [set('excerpts', id, fields)] : []
  if (before !== null && before.question !== answer?.question) {
    for (const piece of piecesOf(before.question)) changes.push({ do: 'remove', kind: 'evidence', id: piece.id })
  }
  const [known] = answer ? piecesOf(answer.question) : []
  if (answer && !known) changes.push(given(id, answer))
  else if (answer && known && known.stance !== answer.stance) {
    changes.push(set('evidence', known.id, { stance: answer.stance }))
  }
  if (changes.length > 0) open.session.apply(changes)
}

/** Lays an excerpt on a touchpoint, or nowhere (null). Its quote stays where it is. */
export function placeExcerpt(open: OpenMap, id: string, touchpoint: string | null): void {
  open.session.apply([set('excerpts', id, { touchpoint })])
}

function given(quote: string, { question, stance }: AnswerOf): Change {
  return add('evidence', KINDS.evidence.make({ id: newId(), claim: question, quote, stance }))
}
