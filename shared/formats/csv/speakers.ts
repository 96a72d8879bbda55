import type { Customer } from '../../model/kinds.ts'
import { fold, words } from './fold.ts'
import type { ImportChoices, Part } from './mapping.ts'
import { NOBODY } from './suggestSpeakers.ts'

/** What a row of a transcript is: words that can become a quote, with the question before them, or none of ours. */
export type TurnTaken =
  | { is: 'said'; side: Customer['side']; question: string }
  | { is: 'asked' }
  | { is: 'left out'; reason: string }

/** Follows a conversation row by row: who speaks is a customer, is staff, asks, or is left out, as a person chose. */
export function createSpeakers({ speakers, side }: ImportChoices): { take(speaker: string, said: string): TurnTaken } {
  const parts = new Map<string, Part>(speakers.map(({ value, part }) => [fold(value), part]))
  let question = ''
  /** Questions that follow each other are one; the first after an answer begins anew. */
  let isAnswered = true
  return {
    take(speaker, said) {
      if (parts.size === 0) return { is: 'said', side, question: '' }
      const part = parts.get(fold(speaker))
      switch (part) {
        case 'asks':
          if (isAnswered && isNod(said)) return { is: 'asked' }
          question = isAnswered || question === '' ? said : `${question} ${said}`
          isAnswered = false
          return { is: 'asked' }
        case 'customer':
        case 'staff':
          isAnswered = true
          return { is: 'said', side: part, question }
        default:
          return { is: 'left out', reason: `Turns of ${speaker === '' ? NOBODY : 'this speaker'} were left out.` }
      }
    },
  }
}

/** “Mm-hm.”, “Right, okay.”: what keeps somebody talking and asks nothing new. */
function isNod(said: string): boolean {
  return !/[?？؟;]\s*$/.test(said) && said.length < 30 && words(said).split(' ').length < 4
}
