import { type ReactNode, useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import { comparedSide } from '#shared/model/evidence/compare.ts'
import { NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { MapProvider, useMap, useOpenMap } from '../../store/MapContext.tsx'
import type { MapView } from '../../store/MapMirror.ts'
import { useToday } from '../useToday.ts'
import { KnownContext, useKnown } from './Known.ts'

/** Where words are read that are not those that count now: this map under another filter, or another map. */
export type Elsewhere = { readonly filter: WordsFilter } | { readonly map: MapDocument }

/** Lets everything below read there; nothing can be changed from it, and of another map nothing lies on this canvas. */
export function ReadFrom({ from, children }: { from: Elsewhere; children: ReactNode }) {
  const open = useOpenMap()
  const own = useMap(view => view.map)
  const known = useKnown()
  const today = useToday()
  const isOther = 'map' in from
  const map = isOther ? from.map : own
  const filter = isOther ? NO_FILTER : from.filter
  const there = useMemo(() => {
    const { evidence } = comparedSide(map, filter, today)
    return { ...open, role: 'viewer' as const, map: createStore<MapView>(() => ({ map, evidence, filter })) }
  }, [open, map, filter, today])
  const reading = useMemo(() => (isOther ? { ...known, isElsewhere: true } : known), [known, isOther])
  return (
    <MapProvider open={there}>
      <KnownContext value={reading}>{children}</KnownContext>
    </MapProvider>
  )
}
