import { type Anchor, presencePace } from '#shared/protocol/presence.ts'
import type { Other } from '../../session/presence.ts'
import { isLight } from '../../ui/isLight.ts'
import type { Point } from '../gestures/drop.ts'
import styles from './people.module.css'

/** Of the time between two places, the part in which a cursor covers two thirds of the way. */
const GLIDE = 0.9
/**
 * More cursors than these move in every second frame only: nobody follows so many by eye, and what they cost is taken
 * from the frames of what the hand does.
 */
const MANY = 20
/** Map units; nearer than this a cursor has arrived. */
const ARRIVED = 0.2

/** Pixels: the map's 0, 0 on the canvas, and pixels a map unit. */
type CursorTransform = readonly [x: number, y: number, zoom: number]

export type CursorView = {
  /** Where an anchor lies in map units; null when it is nowhere on this screen's map. */
  place(anchor: Anchor): Point | null
  /** The same object as long as it is the same. */
  transform(): CursorTransform
  /** Whether cursors glide between the places they are seen at; else they jump. */
  glide: boolean
}

type Cursor = { element: HTMLElement; at: Point; to: Point }

export type Cursors = {
  /** Takes who is here and where they point. */
  see(others: readonly Other[]): void
  /** The map may have moved under the cursors. */
  follow(): void
  /** The layout of the map changed. */
  refresh(): void
  stop(): void
}

/**
 * Shows the pointers of others, written into one element directly: a hundred of them moving render nothing. The clock
 * is the browser's frames, and it stands still while nobody moves.
 */
export function showCursors(layer: HTMLElement, view: CursorView): Cursors {
  const cursors = new Map<string, Cursor>()
  // Where the map lies is written once for all of them, so that panning moves one element.
  const sheet = document.createElement('div')
  sheet.className = styles.sheet ?? ''
  layer.replaceChildren(sheet)
  let last: readonly Other[] = []
  let shown: CursorTransform = [Number.NaN, Number.NaN, Number.NaN]
  let frame = 0
  let before = 0
  let isSkipped = false

  const put = ({ element, at }: Cursor) => {
    const [, , zoom] = shown
    element.style.transform = `translate(${at.x * zoom}px, ${at.y * zoom}px)`
  }
  const follow = () => {
    const next = view.transform()
    if (next === shown) return
    const [x, y, zoom] = next
    const isZoomed = zoom !== shown[2]
    shown = next
    sheet.style.transform = `translate(${x}px, ${y}px)`
    if (isZoomed) for (const cursor of cursors.values()) put(cursor)
  }
  follow()
  const step = (now: number) => {
    frame = 0
    isSkipped = !isSkipped && cursors.size > MANY
    if (isSkipped) {
      frame = requestAnimationFrame(step)
      return
    }
    const share = before === 0 ? 0.3 : 1 - Math.exp((before - now) / (GLIDE * presencePace(last.length + 1)))
    before = now
    let moving = false
    for (const cursor of cursors.values()) {
      const [dx, dy] = [cursor.to.x - cursor.at.x, cursor.to.y - cursor.at.y]
      const arrived = Math.abs(dx) + Math.abs(dy) < ARRIVED
      cursor.at = arrived ? cursor.to : { x: cursor.at.x + dx * share, y: cursor.at.y + dy * share }
      moving ||= !arrived
      if (dx !== 0 || dy !== 0) put(cursor)
    }
    if (moving) frame = requestAnimationFrame(step)
    else before = 0
  }
  const see = (others: readonly Other[]) => {
    last = others
    const seen = new Set<string>()
    for (const { key, user, cursor: anchor } of others) {
      const to = anchor && view.place(anchor)
      if (!to) continue
      seen.add(key)
      const known = cursors.get(key)
      if (known) known.to = to
      else {
        const fresh = { element: pointer(user), at: to, to }
        cursors.set(key, fresh)
        sheet.append(fresh.element)
        put(fresh)
      }
      if (known && !view.glide) {
        known.at = to
        put(known)
      }
    }
    for (const [key, { element }] of cursors) {
      if (seen.has(key)) continue
      element.remove()
      cursors.delete(key)
    }
    if (frame === 0 && cursors.size > 0) frame = requestAnimationFrame(step)
  }
  return {
    see,
    follow,
    refresh: () => see(last),
    stop() {
      cancelAnimationFrame(frame)
      layer.replaceChildren()
    },
  }
}

const SVG = 'http://www.w3.org/2000/svg'

function pointer({ name, color }: Other['user']): HTMLElement {
  const element = document.createElement('div')
  element.dataset.testid = 'cursor'
  element.className = styles.cursor ?? ''
  element.style.color = color
  const arrow = document.createElementNS(SVG, 'svg')
  arrow.setAttribute('width', '18')
  arrow.setAttribute('height', '20')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M1.5 1.5 6 17.5l3.4-6.1 6.9-1.3z')
  arrow.append(path)
  const label = document.createElement('span')
  label.textContent = name
  label.style.background = color
  label.style.color = isLight(color) ? '#15171a' : '#ffffff'
  element.append(arrow, label)
  return element
}
