/**
 * Calls back when a person turns away from an open panel: presses or goes elsewhere (`away`), or presses Escape. On the
 * window, before anybody else, so that Escape closes the panel alone and not the dialog that it lies in. Returns what
 * ends that.
 */
export function onTurningAway(
  panel: HTMLElement,
  anchor: Element,
  turned: (how: 'away' | 'escape') => void,
): () => void {
  const elsewhere = (event: Event) => {
    const { target } = event
    if (target instanceof Node && !panel.contains(target) && !anchor.contains(target)) turned('away')
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    turned('escape')
  }
  window.addEventListener('pointerdown', elsewhere, { capture: true })
  window.addEventListener('focusin', elsewhere)
  window.addEventListener('keydown', leave, { capture: true })
  return () => {
    window.removeEventListener('pointerdown', elsewhere, { capture: true })
    window.removeEventListener('focusin', elsewhere)
    window.removeEventListener('keydown', leave, { capture: true })
  }
}
