import type { Link } from '../model/kinds.ts'
import type { Rect } from '../model/layout/MapLayout.ts'
import type { Command, Group, Primitive } from './scene.ts'
import { polyline, translated } from './shapes.ts'
import { lineHeight, type Measure, wrap } from './text.ts'
import { TYPE } from './theme.ts'
import { linesAt } from './words.ts'

type Point = readonly [x: number, y: number]
type End = { at: Point; out: Point }

const HEAD = 7

/** Which sides two cards are joined at: the ones that face each other. */
function ends(from: Rect, to: Rect): [End, End] {
  const middle = (rect: Rect): Point => [rect.x + rect.width / 2, rect.y + rect.height / 2]
  const [fx, fy] = middle(from)
  const [tx, ty] = middle(to)
  const apart = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width))
  if (apart > 0) {
    const right = tx > fx
    const out = right ? 1 : -1
    return [
      { at: [right ? from.x + from.width : from.x, fy], out: [out, 0] },
      { at: [right ? to.x : to.x + to.width, ty], out: [-out, 0] },
    ]
  }
  const down = ty > fy
  const out = down ? 1 : -1
  return [
    { at: [fx, down ? from.y + from.height : from.y], out: [0, out] },
    { at: [tx, down ? to.y : to.y + to.height], out: [0, -out] },
  ]
}

/** An arrow between two cards, in absolute map units, its words on its middle. */
export function drawLink(link: Link, from: Rect, to: Rect, measure: Measure): Group {
  const [start, end] = ends(from, to)
  const distance = Math.hypot(end.at[0] - start.at[0], end.at[1] - start.at[1])
  const reach = Math.max(16, Math.min(120, distance * 0.4))
  const control = ({ at, out }: End): Point => [at[0] + out[0] * reach, at[1] + out[1] * reach]
  const [c1, c2] = [control(start), control(end)]
  const curve: Command[] = [
    ['M', ...start.at],
    ['C', ...c1, ...c2, end.at[0] + end.out[0] * HEAD * 0.6, end.at[1] + end.out[1] * HEAD * 0.6],
  ]
  const [dx, dy] = end.out
  const head = polyline(
    [
      [end.at[0] + dx * HEAD + dy * HEAD * 0.55, end.at[1] + dy * HEAD + dx * HEAD * 0.55],
      end.at,
      [end.at[0] + dx * HEAD - dy * HEAD * 0.55, end.at[1] + dy * HEAD - dx * HEAD * 0.55],
    ],
    true,
  )
  const items: Primitive[] = [
    { type: 'path', commands: curve, stroke: 'second', strokeWidth: 1.5 },
    { type: 'path', commands: head, fill: 'second' },
  ]
  const points = [start.at, c1, c2, end.at]
  const words = wrap(link.label, TYPE.small, 160, 2, measure)
  if (words.length > 0) {
    const width = Math.max(...words.map(line => line.width))
    const height = words.length * lineHeight(TYPE.small)
    const x = (start.at[0] + 3 * c1[0] + 3 * c2[0] + end.at[0]) / 8 - width / 2
    const y = (start.at[1] + 3 * c1[1] + 3 * c2[1] + end.at[1]) / 8 - height / 2
    items.push({ type: 'box', x: x - 4, y: y - 1, width: width + 8, height: height + 2, fill: 'paper', radius: 4 })
    items.push(...linesAt(words, TYPE.small, 'second', x, y, width))
    points.push([x - 4, y - 1], [x + width + 4, y + height + 1])
  }
  const bounds = around(points)
  return { type: 'group', kind: 'link', id: link.id, ...bounds, items: translated(items, -bounds.x, -bounds.y) }
}

function around(points: readonly Point[]): Rect {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const x = Math.min(...xs) - HEAD
  const y = Math.min(...ys) - HEAD
  return { x, y, width: Math.max(...xs) + HEAD - x, height: Math.max(...ys) + HEAD - y }
}
