import type { Group, Ink, Primitive } from './scene.ts'
import { placed } from './shapes.ts'
import type { Font } from './text.ts'

const fonts = new WeakMap<Font, Map<number, Font>>()

/** The same font, `by` times as large; for the same two always the same object. */
export function enlargedFont(font: Font, by: number): Font {
  if (by === 1) return font
  const known = fonts.get(font) ?? new Map<number, Font>()
  fonts.set(font, known)
  const larger = known.get(by) ?? { ...font, size: Math.round(font.size * by * 1_000) / 1_000 }
  known.set(by, larger)
  return larger
}

/** The same lines, `by` times as wide. */
export function widened({ strokeWidth = 1, dash, ...ink }: Ink, by: number): Ink {
  const lines = ink.stroke ? { strokeWidth: strokeWidth * by } : {}
  return { ...ink, ...lines, ...(dash ? { dash: dash.map(length => length * by) } : {}) }
}

/** The same drawing, `by` times as large from 0, 0: its letters, its lines and what is between them. */
export function enlarged(items: readonly Primitive[], by: number): readonly Primitive[] {
  return by === 1 ? items : items.map(item => enlarge(item, by))
}

function enlarge(item: Primitive, by: number): Primitive {
  if (item.type === 'path') return { ...item, ...widened(item, by), commands: placed(item.commands, 0, 0, by) }
  const { x, y, width } = item
  const place = { x: x * by, y: y * by, width: width * by }
  switch (item.type) {
    case 'text':
      return { ...item, ...place, font: enlargedFont(item.font, by) }
    case 'group':
      return { ...item, ...place, height: item.height * by, items: enlarged(item.items, by) }
    case 'box':
      return { ...item, ...widened(item, by), ...place, height: item.height * by, ...rounded(item.radius, by) }
    case 'picture':
      return { ...item, ...place, height: item.height * by, ...rounded(item.radius, by) }
  }
}

function rounded(radius: number | undefined, by: number) {
  return radius === undefined ? {} : { radius: radius * by }
}

/** Heights of cards are on this grid. */
const GRID = 4

/**
 * A card of this width whose text is `text` times as large as usual. It is drawn as a card that is so many times
 * narrower, in which the words wrap sooner, and then enlarged. `draw` gives its height through `onGrid`.
 */
export function atTextSize(
  width: number,
  text: number,
  draw: (width: number, onGrid: (height: number) => number) => Group,
): Group {
  const group = draw(width / text, height => (Math.ceil((height * text) / GRID) * GRID) / text)
  if (text === 1) return group
  // What was divided is not always the same again when it is multiplied.
  return { ...group, width, height: Math.round(group.height * text), items: enlarged(group.items, text) }
}
