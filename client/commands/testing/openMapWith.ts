import type { Change } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { seed } from '#shared/doc/seed.ts'
import { undoSteps } from '#shared/doc/undo.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { type Lists, mapWith } from '#shared/testing/mapWith.ts'
import type { OpenMap } from '../../store/MapContext.tsx'
import { createViewStore } from '../../store/viewState.ts'

/**
 * An open map for commands, without a server: a real document with real undo, read anew whenever it is asked for.
 * `cards` lists the touchpoints in the order of the map as `stage title`.
 */
export function openMapWith(lists: Lists): { open: OpenMap; map(): MapDocument; cards(): string[] } {
  const doc = seed(mapWith(lists), { person: 'server', now: 1 })
  const undo = undoSteps(doc)
  const session = {
    doc,
    undo,
    saved: { state: 'saved' },
    workshop: { locked: false },
    apply(changes: readonly Change[], join = false) {
      undo.join(join)
      edit(doc, changes, { person: 'ada', now: 2, undo: undo.origin })
      undo.join(false)
    },
  }
  const map = () => readMap(doc)
  const open = { id: 'm', token: 't', role: 'editor', session, map: { getState: () => ({ map: map() }) } }
  return {
    open: { ...open, view: createViewStore() } as unknown as OpenMap,
    map,
    cards: () => map().touchpoints.map(({ stage, title }) => `${stage} ${title}`),
  }
}
