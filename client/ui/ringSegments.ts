type Counts = { needed: number; supports: number; contradicts: number }

export type RingShapes = {
  /** `d` of the segments that nobody fills yet. */
  hollow: string
  filled: string
  against: { path: string; width: number } | null
  /** Font size of the number, or null when it is left out. */
  number: number | null
}

/** More segments than this are too thin to be told apart: the ring becomes one arc. */
const MOST_SEGMENTS = 12
const SMALLEST_NUMBERED = 22
/** Of the font's size; Inter's tabular figures in semibold. */
const DIGIT_WIDTH = 0.65
const TURN = 2 * Math.PI

/** The shapes of a ring of `size` px. Its measures are those of the drawn map, so that both look alike. */
export function ringSegments({ needed, supports, contradicts, size }: Counts & { size: number }): RingShapes {
  const c = size / 2
  const outer = c - 0.5
  const inner = outer - size * 0.13
  const asArc = needed > MOST_SEGMENTS
  const segments = asArc ? 1 : Math.max(1, needed)
  const gap = segments > 1 ? (size * 0.07) / ((outer + inner) / 2) : 0
  const fill = Math.min(1, supports / Math.max(1, needed)) * segments

  const hollow: string[] = []
  const filled: string[] = []
  for (let index = 0; index < segments; index++) {
    const from = -TURN / 4 + (index / segments) * TURN + gap / 2
    const to = -TURN / 4 + ((index + 1) / segments) * TURN - gap / 2
    const part = Math.min(1, Math.max(0, fill - index))
    if (part < 1) hollow.push(sector(c, inner + 0.5, outer - 0.5, from, to))
    if (part > 0) filled.push(sector(c, inner, outer, from, from + (to - from) * part))
  }

  const width = size * 0.075
  const turn = TURN * Math.min(1, contradicts / Math.max(1, needed))
  const against =
    contradicts > 0 ? { path: arc(c, inner - width, -TURN / 4 + gap / 2, -TURN / 4 + turn - gap / 2), width } : null

  const room = (inner - (contradicts > 0 ? size * 0.13 : 0)) * 1.6
  const wanted = Math.round(size * 0.42)
  const wide = String(supports).length * DIGIT_WIDTH * wanted
  const number = Math.floor(wanted * Math.min(1, room / wide, room / wanted) * 2) / 2
  return { hollow: hollow.join(''), filled: filled.join(''), against, number: size < SMALLEST_NUMBERED ? null : number }
}

/** What a ring shows, in words. */
export function ringWords({ needed, supports, contradicts }: Counts): string {
  const against = contradicts > 0 ? `, ${contradicts} against` : ''
  return `${supports} of ${needed} customers needed${against}`
}

/** An arc of the full turn closes itself: SVG draws nothing from a point to the same point. */
function arc(c: number, radius: number, from: number, to: number, start = 'M'): string {
  const end = Math.abs(to - from) > TURN - 0.01 ? from + Math.sign(to - from) * (TURN - 0.01) : to
  const long = Math.abs(end - from) > Math.PI ? 1 : 0
  const sweep = end > from ? 1 : 0
  return `${start}${point(c, radius, from)}A${round(radius)} ${round(radius)} 0 ${long} ${sweep} ${point(c, radius, end)}`
}

function sector(c: number, inner: number, outer: number, from: number, to: number): string {
  return `${arc(c, outer, from, to)}${arc(c, inner, to, from, 'L')}Z`
}

function point(c: number, radius: number, angle: number): string {
  return `${round(c + radius * Math.cos(angle))} ${round(c + radius * Math.sin(angle))}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
