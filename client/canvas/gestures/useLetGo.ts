import { useEffect } from 'react'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { letGoWhen } from './letGo.ts'

/** Gives up what the hand holds when a colleague, the connection or a lock takes it. */
export function useLetGo({ open, hand }: CanvasTools): void {
  useEffect(
    () =>
      letGoWhen(hand, {
        isThere(id) {
          const { touchpoints, notes, stages, lanes } = open.map.getState().map
          return [touchpoints, notes, stages, lanes].some(list => list.some(record => record.id === id))
        },
        onMapChange: listener => open.map.subscribe(listener),
        mayGoOn() {
          const { state } = open.session.saved
          return mayEdit(open) && state !== 'offline' && state !== 'refused'
        },
        onSessionChange: listener => open.session.subscribe(listener),
      }),
    [open, hand],
  )
}
