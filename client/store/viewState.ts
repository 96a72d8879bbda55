import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import type { KindName } from '#shared/model/kindNames.ts'
import type { Asked } from './asked.ts'
import type { Draft } from './draft.ts'
import type { FullQuote, Reading } from './reading.ts'

/** A text of a record that is being typed in place. */
export type Editing = { kind: KindName; id: string; field: string }

export type Tool = 'select' | 'touchpoint' | 'note' | 'link' | 'hand'

/** What a note can become. */
export type Turn = 'touchpoint' | 'painPoint' | 'opportunity' | 'assumption'

/** The parts of what we know. */
export type KnownPart =
  | 'questions'
  | 'coverage'
  | 'weakest'
  | 'wrong'
  | 'themes'
  | 'promises'
  | 'lessons'
  | 'opportunities'
  | 'compare'

/** What of the map one person is looking at and doing; never part of the document. */
export type ViewState = {
  selected: readonly string[]
  editing: Editing | null
  /** The card that is being typed and has no letter yet. */
  draft: Draft | null
  /** The touchpoint to which somebody asked to add a quote; the inspector answers by opening its form. */
  adding: { quoteTo: string } | null
  /** Notes that are to become something else, while somebody is asked which touchpoint they are about. */
  turning: { into: Turn; notes: readonly string[] } | null
  tool: Tool
  /** Which words count in every number, quote and curve that this person sees. */
  filter: WordsFilter
  trayOpen: boolean
  /** Whether the storyline stands under the map. */
  storylineOpen: boolean
  /** The quote that the tray is asked to show. */
  trayQuote: string | null
  /** The quote that is read in full over everything else. */
  fullQuote: FullQuote | null
  /** The number on the map of which the words are read. */
  wordsBehind: Reading | null
  /** A table that the import is asked to open. */
  importing: File | null
  /** What stands open over the map. */
  dialog:
    | null
    | 'import'
    | 'share'
    | 'export'
    | 'shortcuts'
    | 'palette'
    | 'history'
    | 'known'
    | 'filter'
    | 'customers'
    | 'sources'
  /** What the view of what we know is asked to show first: a part, for which claim answers are chosen, on which touchpoint. */
  knownAt: { part: KnownPart; answer?: Asked; on?: string } | null
  /** What was written for the palette before it was there. */
  ahead: string
  /** What somebody who does not edit is adding, or `mine` while they look through what they added. */
  contributing: null | 'quote' | 'note' | 'mine'
}

export type ViewStore = StoreApi<ViewState>

/** The touchpoint or note whose words are being typed on the canvas; null for none. */
export function typedCard({ editing }: Pick<ViewState, 'editing'>): string | null {
  const isCard = editing?.field === 'title' || editing?.field === 'text'
  return isCard ? editing.id : null
}

/** A fresh view: nothing selected, the select tool in hand. */
export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({
    selected: [],
    editing: null,
    draft: null,
    adding: null,
    turning: null,
    tool: 'select',
    filter: NO_FILTER,
    trayOpen: false,
    storylineOpen: false,
    trayQuote: null,
    fullQuote: null,
    wordsBehind: null,
    importing: null,
    dialog: null,
    knownAt: null,
    ahead: '',
    contributing: null,
  }))
}
