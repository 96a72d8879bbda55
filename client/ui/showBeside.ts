import { type Placing, placeBeside } from './placeBeside.ts'

/**
 * Shows a panel in the browser's top layer beside its anchor and keeps it there while the page moves. Returns what
 * hides it. The panel has `popover="manual"` and is positioned `fixed`.
 */
export function showBeside(panel: HTMLElement, anchor: Element, placing: Placing): () => void {
  const place = () => {
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const size = { width: panel.offsetWidth, height: panel.offsetHeight }
    const { left, top } = placeBeside(anchor.getBoundingClientRect(), size, view, placing)
    panel.style.left = `${left}px`
    panel.style.top = `${top}px`
  }
  const sizes = new ResizeObserver(place)
  panel.showPopover()
  place()
  sizes.observe(panel)
  window.addEventListener('resize', place)
  window.addEventListener('scroll', place, { capture: true, passive: true })
  return () => {
    sizes.disconnect()
    window.removeEventListener('resize', place)
    window.removeEventListener('scroll', place, { capture: true })
    if (panel.isConnected) panel.hidePopover()
  }
}
