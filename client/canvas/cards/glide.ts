/** Milliseconds; the same stands in cards.module.css. */
const GLIDE = 160

/** Lets cards glide to where the next change puts them, instead of jumping there. */
export function glide(canvas: HTMLElement | null): void {
  if (!canvas) return
  canvas.dataset.gliding = ''
  // Longer than the gliding, which begins with the frame after the change.
  setTimeout(() => delete canvas.dataset.gliding, 2 * GLIDE)
}
