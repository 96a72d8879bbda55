import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { OpenMap } from '../store/MapContext.tsx'

type View = OpenMap['view']

const shown = new WeakMap<View, () => MapLayout>()

/** Tells commands where everything lies that is on the screen. Returns what takes that back. */
export function showLayout({ view }: Pick<OpenMap, 'view'>, read: () => MapLayout): () => void {
  shown.set(view, read)
  return () => {
    if (shown.get(view) === read) shown.delete(view)
  }
}

/** Where everything lies on the screen now; null where the map is not shown as a canvas. */
export function shownLayout({ view }: Pick<OpenMap, 'view'>): MapLayout | null {
  return shown.get(view)?.() ?? null
}
