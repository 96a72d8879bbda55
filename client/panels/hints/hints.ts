import type { MapDocument } from '#shared/model/MapDocument.ts'
import { readStored, writeStored } from '../../api/storage.ts'
import { addTouchpointAnywhere } from '../../commands/touchpoints.ts'
import type { OpenMap } from '../../store/MapContext.tsx'

export type Hint = {
  id: 'stage' | 'card' | 'quote'
  /** One sentence. */
  words: string
  /** What helps with it; null where the empty map itself offers it. */
  help: { action: string; run(open: OpenMap): void } | null
}

/** The way from an empty map to the first words of a customer. */
export const HINTS: readonly Hint[] = [
  {
    id: 'stage',
    words: 'Begin with a stage: one part of the journey, such as “Decide”.',
    help: null,
  },
  {
    id: 'card',
    words: 'Now a card for something the customer does there. Enter makes the next one.',
    help: { action: 'Add a card', run: addTouchpointAnywhere },
  },
  {
    id: 'quote',
    words: 'A card is a guess until customers speak. Write down what one of them said.',
    help: { action: 'Write a quote', run: quoteLast },
  },
]

/** On the card that is selected, else on the last one. */
function quoteLast({ map, view }: OpenMap): void {
  const { touchpoints } = map.getState().map
  const [chosen] = view.getState().selected
  const card = touchpoints.find(({ id }) => id === chosen) ?? touchpoints.at(-1)
  if (card) view.setState({ selected: [card.id], editing: null, tool: 'select', adding: { quoteTo: card.id } })
}

/** The hint that helps with the next step on a map; null when its first steps are done. */
export function nextHint({ stages, touchpoints, quotes }: MapDocument): Hint | null {
  const done = quotes.length > 0 ? 3 : touchpoints.length > 0 ? 2 : stages.length > 0 ? 1 : 0
  return HINTS[done] ?? null
}

const KEY = 'verbatim.hints'

/** Ids of the hints that were shown in this browser. */
export function seenHints(): readonly string[] {
  const stored = readStored(KEY)
  return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
}

/** These hints are never shown again. */
export function rememberHints(ids: readonly (Hint['id'] | 'outline')[]): void {
  writeStored(KEY, [...new Set([...seenHints(), ...ids])])
}
