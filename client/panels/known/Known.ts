import { createContext, use } from 'react'
import type { Question } from '#shared/model/ids.ts'
import type { Asked } from '../../store/asked.ts'
import type { Reading } from '../../store/reading.ts'
import type { Elsewhere } from './ReadFrom.tsx'

export type { Elsewhere, Reading }

/** What stands beside the four parts: the words behind a number, or the choice of an answer. */
export type Side =
  | { readonly show: 'words'; readonly reading: Reading; readonly from: Elsewhere | null }
  | { readonly show: 'answers'; readonly question: Asked }

/** What every part of the view can ask for. */
export type Known = {
  /** Shows the words behind a number, read where they count. */
  read(reading: Reading, from?: Elsewhere): void
  /** Lets somebody choose quotes that answer a question. */
  answer(question: Question): void
  /** Leaves for a card or a header on the map. */
  go(id: string): void
  /** Leaves for the tray, with a quote in view. */
  goToQuote(id: string): void
  /** Goes to the nine questions. */
  ask(question: Question): void
  /** Whether the words are of another map, of which nothing lies on this canvas. */
  readonly isElsewhere?: boolean
}

export const KnownContext = createContext<Known | null>(null)

/** What every part of the view can ask for; throws outside of the view, which is our own mistake. */
export function useKnown(): Known {
  const known = use(KnownContext)
  if (!known) throw new Error('useKnown is called outside of KnownView')
  return known
}
