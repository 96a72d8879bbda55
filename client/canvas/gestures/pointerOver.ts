import type { Point } from './drop.ts'

/** Tells where a mouse or a pen is over an element, in pixels of the page; null away from it, and for fingers. */
export function pointerOver(element: HTMLElement, signal: AbortSignal): () => Point | null {
  let at: Point | null = null
  const follow = ({ type, pointerType, clientX, clientY }: PointerEvent) => {
    at = type === 'pointerleave' || pointerType === 'touch' ? null : { x: clientX, y: clientY }
  }
  for (const type of ['pointermove', 'pointerleave'] as const) element.addEventListener(type, follow, { signal })
  return () => at
}
