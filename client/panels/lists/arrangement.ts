import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Grouping, Sort } from './arrange.ts'

type Chosen = { readonly sort: Sort; readonly by: Grouping }

/** How long lists are read beside the map and where all is known, until the page is closed. */
export type Arrangement = { readonly inspector: Chosen; readonly known: Chosen }

const store = createStore<Arrangement>(() => ({
  inspector: { sort: 'newest', by: 'kind' },
  known: { sort: 'newest', by: 'none' },
}))

export function useArrangement(place: keyof Arrangement): Chosen {
  return useStore(store, state => state[place])
}

export function arrange(place: keyof Arrangement, change: Partial<Chosen>): void {
  store.setState(state => ({ [place]: { ...state[place], ...change } }))
}
