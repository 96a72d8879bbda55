import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Note, Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { loadMine, type Mine, mineOf } from '../../commands/contributions.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'

/** A contribution as it lies on the map; `coming` until sync has brought it. */
export type Shown = { mine: Mine } & (
  | { on: 'map'; kind: 'note'; record: Note }
  | { on: 'map'; kind: 'quote'; record: Quote }
  | { on: 'coming' | 'taken-back' | 'deleted' }
)

/** Lays what this person contributed beside the map as it is now. */
export function shownOf(map: MapDocument, mine: Mine): Shown {
  if (mine.state === 'taken-back') return { mine, on: 'taken-back' }
  const { kind } = mine
  const note = kind === 'note' ? lookUp(map.notes, mine.record) : undefined
  if (note) return { mine, on: 'map', kind: 'note', record: note }
  const quote = kind === 'quote' ? lookUp(map.quotes, mine.record) : undefined
  if (quote) return { mine, on: 'map', kind: 'quote', record: quote }
  return { mine, on: mine.state === 'deleted' ? 'deleted' : 'coming' }
}

/**
 * What this person contributed, the newest first. The server is asked when the map is here, whenever something is not on
 * the map that should be, and when `asked` changes.
 */
export function useMine(asked: unknown): { shown: readonly Shown[]; failure: string | null } {
  const open = useOpenMap()
  const mine = useStore(mineOf(open))
  const map = useMap(view => view.map)
  const [failure, setFailure] = useState<string | null>(null)
  const isReady = useSyncExternalStore(
    listener => open.session.subscribe(listener),
    () => open.session.ready,
  )
  const shown = mine.map(one => shownOf(map, one)).reverse()
  const missing = shown.flatMap(one => (one.on === 'coming' ? [one.mine.id] : [])).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is missing, and what was asked, is only the occasion
  useEffect(() => {
    if (!isReady) return
    let left = false
    void loadMine(open).then(why => !left && setFailure(why))
    return () => {
      left = true
    }
  }, [open, isReady, missing, asked])
  return { shown, failure }
}
