import type { Rect } from '../model/layout/MapLayout.ts'
import type { Command, Group, GroupKind, Primitive } from './scene.ts'

/** A part of a circle as curves; angles in radians, clockwise from three o'clock. Begins with M, or L when joining. */
export function arc(x: number, y: number, radius: number, from: number, to: number, join = false): Command[] {
  const parts = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2)))
  const step = (to - from) / parts
  const reach = (4 / 3) * Math.tan(step / 4) * radius
  const commands: Command[] = [
    [join ? 'L' : 'M', x + radius * Math.cos(from), y + radius * Math.sin(from)] as const satisfies Command,
  ]
  for (let part = 0; part < parts; part++) {
    const a = from + part * step
    const b = a + step
    commands.push([
      'C',
      x + radius * Math.cos(a) - reach * Math.sin(a),
      y + radius * Math.sin(a) + reach * Math.cos(a),
      x + radius * Math.cos(b) + reach * Math.sin(b),
      y + radius * Math.sin(b) - reach * Math.cos(b),
      x + radius * Math.cos(b),
      y + radius * Math.sin(b),
    ])
  }
  return commands
}

export function circle(x: number, y: number, radius: number): Command[] {
  return [...arc(x, y, radius, 0, 2 * Math.PI), ['Z']]
}

/** A piece of a ring between two radii. */
export function sector(x: number, y: number, inner: number, outer: number, from: number, to: number): Command[] {
  return [...arc(x, y, outer, from, to), ...arc(x, y, inner, to, from, true), ['Z']]
}

export function polyline(points: readonly (readonly [x: number, y: number])[], close = false): Command[] {
  const commands: Command[] = points.map(([x, y], index) => [index === 0 ? 'M' : 'L', x, y])
  if (close) commands.push(['Z'])
  return commands
}

/** A five-pointed star. */
export function star(x: number, y: number, radius: number): Command[] {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = -Math.PI / 2 + (index * Math.PI) / 5
    const reach = index % 2 === 0 ? radius : radius * 0.46
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const
  })
  return polyline(points, true)
}

/** The same path moved and scaled. */
export function placed(commands: readonly Command[], x: number, y: number, scale = 1): Command[] {
  return commands.map(([letter, ...numbers]) => [
    letter,
    ...numbers.map((number, index) => number * scale + (index % 2 === 0 ? x : y)),
  ]) as unknown as Command[]
}

/** The same drawing elsewhere. */
export function translated(items: readonly Primitive[], x: number, y: number): Primitive[] {
  return items.map(item => {
    if (item.type === 'path') return { ...item, commands: placed(item.commands, x, y) }
    return { ...item, x: item.x + x, y: item.y + y }
  })
}

/** A group with these bounds of items that were drawn in the coordinates around it. */
export function grouped(kind: GroupKind, id: string, bounds: Rect, items: readonly Primitive[]): Group {
  return { type: 'group', kind, id, ...bounds, items: translated(items, -bounds.x, -bounds.y) }
}

/** A path as the `d` of an SVG path, to a hundredth of a unit. */
export function pathData(commands: readonly Command[]): string {
  return commands.map(([letter, ...numbers]) => letter + numbers.map(n => Math.round(n * 100) / 100).join(' ')).join('')
}
