import { add, type Change, set } from '#shared/doc/change.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { unwritten } from './drafts.ts'

/** Cards that one paste makes at most: more than a wall holds, and few enough to be there at once. */
export const MOST_PASTED = 500

const BULLET = /^\s*[•‣◦▪·*–-]\s+/

/** Where pasted cards come to stand: a cell, and the card of the map they come before (null: at the end). */
export type Target = { readonly stage: string; readonly lane: string; readonly before: string | null }

/** Pasted text as titles: a row for each line that says something, parted at tabs, without the bullets of a list. */
export function titlesOf(text: string): string[][] {
  return text
    .split(/\r\n|[\r\n]/)
    .map(line =>
      line
        .replace(BULLET, '')
        .split('\t')
        .map(part => part.trim().slice(0, TITLE)),
    )
    .filter(row => row.some(title => title !== ''))
}

/**
 * What makes cards of titles: each row one card in the target's stage, its further columns in the stages after it. What
 * is beyond the last stage stays in that.
 */
function additions({ stages }: MapDocument, rows: readonly string[][], { stage, lane, before }: Target) {
  const first = stages.findIndex(({ id }) => id === stage)
  const cards = rows.flatMap(row =>
    row.flatMap((title, column) => {
      const at = stages[Math.min(first + column, stages.length - 1)]?.id ?? stage
      if (title === '') return []
      return [{ card: KINDS.touchpoints.make({ id: newId(), title, stage: at, lane }), column }]
    }),
  )
  return cards
    .slice(0, MOST_PASTED)
    .map(({ card, column }) => ({ id: card.id, change: add('touchpoints', card, column === 0 ? before : null) }))
}

/** Makes cards of pasted text and selects them. One step. Returns how many. */
export function pasteText(open: OpenMap, text: string, target: Target): number {
  const made = additions(open.map.getState().map, titlesOf(text), target)
  open.session.apply(made.map(({ change }) => change))
  if (made.length > 0) open.view.setState({ selected: made.map(({ id }) => id), editing: null, tool: 'select' })
  return made.length
}

/**
 * Takes several pasted lines for cards where the title of a card is typed and still empty: that card takes the first
 * line, the others follow it. One step. Returns false for text that belongs into the title.
 */
export function pasteIntoTitle(open: OpenMap, id: string, text: string): boolean {
  const rows = titlesOf(text)
  if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return false
  const draft = unwritten(open, id)
  if (draft) {
    pasteText(open, text, { ...draft.touchpoint, before: draft.before })
    return true
  }
  const { map } = open.map.getState()
  const index = map.touchpoints.findIndex(card => card.id === id)
  const card = map.touchpoints[index]
  if (card?.title !== '') return false
  const following = map.touchpoints
    .slice(index + 1)
    .find(({ stage, lane }) => stage === card.stage && lane === card.lane)
  const [[title = '', ...beside] = [], ...rest] = rows
  const made = additions(map, [['', ...beside], ...rest], { ...card, before: following?.id ?? null })
  const changes: Change[] = [set('touchpoints', id, { title }), ...made.map(({ change }) => change)]
  open.session.apply(changes)
  open.view.setState({ selected: [id, ...made.map(one => one.id)], editing: null })
  return true
}
