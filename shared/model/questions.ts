import { QUESTIONS, type Question } from './ids.ts'

/** A question that stands on every map: as the team asks it of itself, and as it is put to a customer. */
export type QuestionWords = { readonly id: Question; readonly words: string; readonly asked: string }

const WORDS: { readonly [Q in Question]: readonly [words: string, asked: string] } = {
  q1: ['How do they use what we offer?', 'How do you use what we offer?'],
  q2: ['Why do they use it?', 'Why do you use it?'],
  q3: ['How does it make them more successful?', 'How does it make you more successful?'],
  q4: ['What worries them?', 'What worries you?'],
  q5: ['What do we do about these worries?', 'What do we do about what worries you?'],
  q6: ['What do they see in their future?', 'What do you see in your future?'],
  q7: ['Will we be a valuable part of it?', 'Will we be a valuable part of it?'],
  q8: ['How can we help them get there faster?', 'How can we help you get there faster?'],
  q9: ['Do we really matter to them, and why or why not?', 'Do we really matter to you, and why or why not?'],
}

/** The nine questions in their order. */
export const NINE_QUESTIONS: readonly QuestionWords[] = QUESTIONS.map(id => {
  const [words, asked] = WORDS[id]
  return { id, words, asked }
})

/** The question that stands above all others: whether we matter, and why. */
export const MATTER: Question = 'q9'

/** Questions that are answered with yes or no: there `supports` means yes and `contradicts` no. */
export const YES_OR_NO: ReadonlySet<Question> = new Set<Question>(['q7', 'q9'])
