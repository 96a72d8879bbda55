import type { Beside } from './drafts.ts'

/** Keys that mean something in one place only. */
export type PlaceKeys = { readonly title: string; readonly keys: readonly string[] }

/** On the map, while it has the focus. */
export const MAP_KEYS = {
  go: { title: 'Go from card to card', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  rename: { title: 'Edit what is selected', keys: ['Enter', 'F2'] },
  back: { title: 'Give up a gesture, let go of what is selected', keys: ['Escape'] },
  hand: { title: 'Move the map while it is held', keys: ['Space'] },
  several: { title: 'Select several with clicks', keys: ['Shift', 'Mod'] },
  byHand: { title: 'Drop a card exactly there, out of its stack', keys: ['Alt'] },
} as const satisfies Record<string, PlaceKeys>

/** In the title of a card: where they go on to. */
export const NEXT_CARD: Readonly<Record<Beside, PlaceKeys>> = {
  below: { title: 'Next card below', keys: ['Enter'] },
  'next stage': { title: 'Next card in the next stage', keys: ['Tab'] },
  'stage before': { title: 'Next card in the stage before', keys: ['Shift+Tab'] },
}

/** In any text on the map. */
export const TEXT_KEYS = {
  done: { title: 'Stop typing', keys: ['Escape', 'Tab'] },
  lines: { title: 'Stop typing a note', keys: ['Mod+Enter'] },
} as const satisfies Record<string, PlaceKeys>

/** On the minimap, while it has the focus. */
export const MINIMAP_KEYS = {
  move: { title: 'Move the view', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  back: { title: 'Back to the cards', keys: ['Escape'] },
} as const satisfies Record<string, PlaceKeys>

/** All of them as they are listed. */
export const PLACES: readonly { readonly heading: string; readonly keys: readonly PlaceKeys[] }[] = [
  { heading: 'On the map', keys: Object.values(MAP_KEYS) },
  { heading: 'While typing', keys: [...Object.values(NEXT_CARD), ...Object.values(TEXT_KEYS)] },
  { heading: 'On the minimap', keys: Object.values(MINIMAP_KEYS) },
]
