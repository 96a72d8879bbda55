import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { Role } from '#shared/model/roles.ts'
import type { MapSession } from '../session/MapSession.ts'
import type { Sight } from '../session/sights.ts'
import type { MapView } from './MapMirror.ts'
import { mayEdit } from './rights.ts'
import type { ViewState, ViewStore } from './viewState.ts'

/** One open map: its session, its mirror, and this person's view of it. */
export type OpenMap = {
  id: string
  token: string
  role: Role
  session: MapSession
  map: StoreApi<MapView>
  view: ViewStore
  /** What is shown of it until it is painted. */
  sight?: Sight | null
}

const Context = createContext<OpenMap | null>(null)

/** Gives an open map to everything below. */
export function MapProvider({ open, children }: { open: OpenMap; children: ReactNode }) {
  return <Context value={open}>{children}</Context>
}

/** The open map; throws outside of `MapProvider`, which is our own mistake. */
export function useOpenMap(): OpenMap {
  const open = use(Context)
  if (!open) throw new Error('useOpenMap is called outside of MapProvider')
  return open
}

/** Selects from the mirrored map; renders again only when the selected value changes identity. */
export function useMap<T>(select: (view: MapView) => T): T {
  return useStore(useOpenMap().map, select)
}

/** Selects from this person's view. */
export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(useOpenMap().view, select)
}

/** Whether this person may edit the map now. */
export function useCanEdit(): boolean {
  const open = useOpenMap()
  return useSyncExternalStore(
    listener => open.session.subscribe(listener),
    () => mayEdit(open),
  )
}

/** Whether a facilitator has locked the map. */
export function useLocked(): boolean {
  const { session } = useOpenMap()
  return useSyncExternalStore(
    listener => session.subscribe(listener),
    () => session.workshop.locked,
  )
}
