import { type KeyboardEvent, useEffect, useMemo } from 'react'
import { pressName } from '../commands/keyboard.ts'
import { MAP_KEYS, type PlaceKeys } from '../commands/placeKeys.ts'
import { startEditing } from '../commands/typing.ts'
import { mayEdit } from '../store/rights.ts'
import type { Editing } from '../store/viewState.ts'
import { later, withPart } from '../ui/Later.tsx'
import type { CanvasTools } from './canvasState.ts'
import type { Direction } from './gestures/neighbour.ts'

const neighbours = later(() => import('./gestures/neighbour.ts'))
const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down']

function isOne(name: string, { keys }: PlaceKeys): boolean {
  return keys.includes(name)
}

/** The text by which a record is known, for those that are edited in place. */
function nameOf({ open }: CanvasTools, id: string): Editing | null {
  const { map } = open.map.getState()
  const has = (records: readonly { id: string }[]) => records.some(record => record.id === id)
  if (has(map.touchpoints)) return { kind: 'touchpoints', id, field: 'title' }
  if (has(map.notes)) return { kind: 'notes', id, field: 'text' }
  if (has(map.stages)) return { kind: 'stages', id, field: 'name' }
  return has(map.lanes) ? { kind: 'lanes', id, field: 'name' } : null
}

/**
 * Keys of the canvas while it has the focus: arrows go from card to card by stage and lane, Enter and F2 open the
 * title, Escape gives up what the hand holds, else steps back.
 */
export function useCanvasKeys(tools: CanvasTools): (event: KeyboardEvent) => void {
  const keys = useMemo(() => {
    const { open, hand, scene, reveal } = tools
    const stepBack = () => {
      if (hand.cancel()) return
      const { tool } = open.view.getState()
      open.view.setState(tool === 'select' ? { selected: [], editing: null } : { tool: 'select' })
    }
    const go = (direction: Direction) =>
      withPart(neighbours, ({ firstCard, neighbour }) => {
        const { layout } = scene()
        const last = open.view.getState().selected.findLast(id => layout.touchpoints.has(id) || layout.notes.has(id))
        const next = last === undefined ? firstCard(layout) : neighbour(layout, last, direction)
        if (next === null) return
        open.view.setState({ selected: [next] })
        reveal(next)
      })
    const rename = (): boolean => {
      const { selected } = open.view.getState()
      const only = selected.length === 1 ? selected[0] : undefined
      const at = only === undefined ? null : nameOf(tools, only)
      if (at && mayEdit(open)) startEditing(open, at)
      return at !== null
    }
    return { stepBack, go, rename }
  }, [tools])

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const inside = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || inside?.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return
      if (isOne(event.key, MAP_KEYS.back)) keys.stepBack()
      // Enter belongs to whatever has the focus.
      else if (event.key !== 'Enter' && isOne(event.key, MAP_KEYS.rename) && keys.rename()) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])

  return event => {
    if (event.target instanceof Element && event.target.closest('input, textarea, button')) return
    const name = pressName(event.nativeEvent)
    const direction = DIRECTIONS[(MAP_KEYS.go.keys as readonly string[]).indexOf(name)]
    if (direction) keys.go(direction)
    else if (!isOne(name, MAP_KEYS.rename) || !keys.rename()) return
    event.preventDefault()
  }
}
