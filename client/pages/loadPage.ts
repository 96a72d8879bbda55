import { knownMap } from '../api/tokens.ts'
import { script } from '../ui/script.ts'
import type { Route } from './routes.ts'

/** What the views of a map are loaded by. */
export const MAP_VIEWS = {
  map: script(() => import('./MapPage.tsx')),
  outline: script(() => import('./OutlinePage.tsx')),
  present: script(() => import('./PresentPage.tsx')),
}

/** What shows of a map what was seen of it before. */
export const loadSeeAhead = () => import('./seeAhead.ts')

/** Loads what a page is made of, ahead of its being shown. Whoever shows it says what to do when it can't be loaded. */
export function loadPage(route: Route): void {
  if (route.page !== 'map') return
  const { id, view } = route
  const parts: Promise<unknown>[] = [MAP_VIEWS[view].load()]
  if (view === 'map' && knownMap(id)?.role) parts.push(loadSeeAhead())
  for (const part of parts) part.catch(() => null)
}
