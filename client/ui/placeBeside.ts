export type Side = 'top' | 'right' | 'bottom' | 'left'
export type Align = 'start' | 'center' | 'end'
export type Area = { left: number; top: number; width: number; height: number }

export type Placing = {
  side: Side
  align: Align
  /** Px between the two. */
  gap: number
  /** Px that stay free along the edges of the view. */
  margin: number
}

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

/**
 * Where a panel of this size stands beside its anchor, in px of the view: on the wanted side, on the opposite one where
 * only that has room, and in either case pushed back into the view.
 */
export function placeBeside(
  anchor: Area,
  panel: { width: number; height: number },
  view: { width: number; height: number },
  { side, align, gap, margin }: Placing,
): { left: number; top: number } {
  const room = {
    top: anchor.top,
    bottom: view.height - (anchor.top + anchor.height),
    left: anchor.left,
    right: view.width - (anchor.left + anchor.width),
  }
  const isVertical = side === 'top' || side === 'bottom'
  const needed = (isVertical ? panel.height : panel.width) + gap + margin
  const taken = room[side] < needed && room[OPPOSITE[side]] > room[side] ? OPPOSITE[side] : side
  const left = isVertical
    ? aligned(anchor.left, anchor.width, panel.width, align)
    : taken === 'left'
      ? anchor.left - gap - panel.width
      : anchor.left + anchor.width + gap
  const top = !isVertical
    ? aligned(anchor.top, anchor.height, panel.height, align)
    : taken === 'top'
      ? anchor.top - gap - panel.height
      : anchor.top + anchor.height + gap
  return {
    left: Math.round(within(left, panel.width, view.width, margin)),
    top: Math.round(within(top, panel.height, view.height, margin)),
  }
}

function aligned(start: number, length: number, own: number, align: Align): number {
  if (align === 'start') return start
  return align === 'end' ? start + length - own : start + (length - own) / 2
}

/** What is longer than the view begins at its start. */
function within(start: number, length: number, view: number, margin: number): number {
  return Math.max(margin, Math.min(start, view - margin - length))
}
