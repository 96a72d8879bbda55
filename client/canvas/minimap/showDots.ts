import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { PresenceLink } from '../../session/presence.ts'
import { pointOf } from '../people/anchor.ts'
import styles from './Minimap.module.css'
import { type MinimapView, onMinimap } from './minimapView.ts'

/** Milliseconds between two looks at where the others are: a dot of six pixels need not glide. */
const PACE = 200

/** Shows where others point as dots in their colours. Returns what stops it and takes them away. */
export function showDots(layer: HTMLElement, link: PresenceLink, layout: MapLayout, view: MinimapView): () => void {
  const dots = new Map<string, HTMLElement>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const show = () => {
    timer = null
    const seen = new Set<string>()
    for (const { key, user, cursor } of link.others()) {
      const at = cursor && pointOf(layout, cursor)
      if (!at) continue
      seen.add(key)
      const known = dots.get(key)
      const dot = known ?? document.createElement('div')
      if (!known) {
        dot.className = styles.dot ?? ''
        dot.dataset.testid = 'minimap-dot'
        dots.set(key, dot)
        layer.append(dot)
      }
      const { x, y } = onMinimap(view, { ...at, width: 0, height: 0 })
      dot.style.background = user.color
      dot.style.transform = `translate(${x}px, ${y}px)`
    }
    for (const [key, dot] of dots) {
      if (seen.has(key)) continue
      dot.remove()
      dots.delete(key)
    }
  }
  const stop = link.subscribe(() => {
    timer ??= setTimeout(show, PACE)
  })
  show()
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
    layer.replaceChildren()
  }
}
