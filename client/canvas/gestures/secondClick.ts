/** Milliseconds and pixels within which a second click belongs to the first. */
const SOON_MS = 400
const NEAR = 6

type Click = { readonly clientX: number; readonly clientY: number }

/**
 * A click on a card opens the inspector beside the canvas, which may come to lie right under the pointer; the second
 * half of a double click then hits the panel. This takes such a click for what it was meant to be. Clicks inside of
 * the canvas are left to the browser's own double click.
 */
export function catchSecondClick(first: Click, canvas: Element, act: () => void): void {
  const strays = (event: MouseEvent) =>
    Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) <= NEAR &&
    event.target instanceof Node &&
    !canvas.contains(event.target)
  const catchIt = (event: MouseEvent) => {
    if (!strays(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.type !== 'click') return
    end()
    act()
  }
  const end = () => {
    clearTimeout(timer)
    for (const type of ['pointerdown', 'mousedown', 'click'] as const) window.removeEventListener(type, catchIt, true)
  }
  const timer = setTimeout(end, SOON_MS)
  for (const type of ['pointerdown', 'mousedown', 'click'] as const) window.addEventListener(type, catchIt, true)
}
