import { connect } from '../../commands/links.ts'
import type { CanvasTools } from '../canvasState.ts'
import { cardAt } from './hit.ts'
import { CLICK } from './track.ts'

type Tools = Pick<CanvasTools, 'open' | 'state' | 'hand' | 'scene' | 'toMap'>

/**
 * Draws an arrow from a card to the card on which the pointer is let go. A click instead of a drag leaves the arrow
 * at the pointer until the next click, by which pointer soever. The hand holds it meanwhile.
 */
export function linkGesture({ open, state, hand, scene, toMap }: Tools, from: string, start: PointerEvent): void {
  const follow = (event: PointerEvent) => {
    const at = toMap({ x: event.clientX, y: event.clientY })
    state.setState({ link: { from, at, over: cardAt(scene().layout, at) } })
  }
  const release = (event: PointerEvent) => {
    follow(event)
    const over = state.getState().link?.over ?? null
    const clicked = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < CLICK
    if (clicked && over === from) return
    end()
    const { map } = open.map.getState()
    const there = (id: string) => map.touchpoints.some(card => card.id === id) || map.notes.some(note => note.id === id)
    if (over !== null && there(from) && there(over)) connect(open, from, over)
    if (open.view.getState().tool === 'link') open.view.setState({ tool: 'select' })
  }
  const end = () => {
    letGo()
    window.removeEventListener('pointermove', follow)
    window.removeEventListener('pointerup', release)
    window.removeEventListener('pointercancel', end)
    state.setState({ link: null })
  }
  const letGo = hand.hold({ ids: [from], cancel: end })
  window.addEventListener('pointermove', follow)
  window.addEventListener('pointerup', release)
  window.addEventListener('pointercancel', end)
  follow(start)
}
