import type { MapLayout, Sizes } from '#shared/model/layout/MapLayout.ts'
import type { OpenMap } from '../store/MapContext.tsx'

type View = OpenMap['view']

/** What else a canvas tells commands that move much at once. */
export type Rearranging = {
  /** Sizes of the cards as they are shown. */
  sizes(): Sizes
  /** Lets cards glide to where the next change puts them. */
  glide(): void
}

type Shown = { readonly read: () => MapLayout; readonly rearranging: Rearranging | null }

const shown = new WeakMap<View, Shown>()

/** Tells commands where everything lies that is on the screen. Returns what takes that back. */
export function showLayout(
  { view }: Pick<OpenMap, 'view'>,
  read: () => MapLayout,
  rearranging: Rearranging | null = null,
): () => void {
  shown.set(view, { read, rearranging })
  return () => {
    if (shown.get(view)?.read === read) shown.delete(view)
  }
}

/** Where everything lies on the screen now; null where the map is not shown as a canvas. */
export function shownLayout({ view }: Pick<OpenMap, 'view'>): MapLayout | null {
  return shown.get(view)?.read() ?? null
}

/** Of the canvas on the screen; null without one. */
export function shownRearranging({ view }: Pick<OpenMap, 'view'>): Rearranging | null {
  return shown.get(view)?.rearranging ?? null
}
