import type { Link } from '../model/kinds.ts'
import { CELL_PADDING, type Rect } from '../model/layout/MapLayout.ts'
import type { Group, Primitive } from './scene.ts'
import { grouped, polyline } from './shapes.ts'
import { lineHeight, type Measure, wrap } from './text.ts'
import { TYPE } from './theme.ts'

type Point = readonly [x: number, y: number]
type End = { readonly at: Point; readonly out: Point }
/** `across`: free space between the two cards from left to right; they may also lie one under the other. */
type Route = { readonly start: End; readonly end: End; readonly across: number | null }

const HEAD = 7
/** Nearer than this no other card stands between two. */
const NO_CARD_BETWEEN = 160
/** Words of this width between two neighbouring cards cover no more of them than their padding. */
const NARROW = 58

/** Which sides two cards are joined at: the ones that face each other. */
function route(from: Rect, to: Rect): Route {
  const [fx, fy] = [from.x + from.width / 2, from.y + from.height / 2]
  const [tx, ty] = [to.x + to.width / 2, to.y + to.height / 2]
  const across = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width))
  if (across > 0) {
    const right = tx > fx
    const out = right ? 1 : -1
    return {
      start: { at: [right ? from.x + from.width : from.x, fy], out: [out, 0] },
      end: { at: [right ? to.x : to.x + to.width, ty], out: [-out, 0] },
      across,
    }
  }
  const down = ty > fy
  const out = down ? 1 : -1
  return {
    start: { at: [fx, down ? from.y + from.height : from.y], out: [0, out] },
    end: { at: [tx, down ? to.y : to.y + to.height], out: [0, -out] },
    across: null,
  }
}

/** The four points of the curve. */
function curveOf({ start, end }: Route): [Point, Point, Point, Point] {
  const distance = Math.hypot(end.at[0] - start.at[0], end.at[1] - start.at[1])
  const reach = Math.max(16, Math.min(120, distance * 0.4))
  const control = ({ at, out }: End): Point => [at[0] + out[0] * reach, at[1] + out[1] * reach]
  return [start.at, control(start), control(end), end.at]
}

/** Where the words stand: half-way, or, where a card may lie in between, in the space beside the first card. */
function middleOf(path: Route): Point {
  const [a, b, c, d] = curveOf(path)
  const { at, out } = path.start
  if (path.across !== null && path.across > NO_CARD_BETWEEN) return [at[0] + out[0] * CELL_PADDING, at[1]]
  if (path.across === null && Math.abs(d[1] - a[1]) > NO_CARD_BETWEEN) return [at[0], at[1] + out[1] * CELL_PADDING]
  return [(a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8]
}

/** The arrow of a link between two cards, in absolute map units. It lies under the cards, its words above them. */
export function drawLink(link: Pick<Link, 'id'>, from: Rect, to: Rect): Group {
  const path = route(from, to)
  const points = curveOf(path)
  const [start, c1, c2, end] = points
  const [dx, dy] = path.end.out
  const [bx, by] = [end[0] + dx * HEAD, end[1] + dy * HEAD]
  const half = HEAD * 0.55
  const head = polyline([[bx + dy * half, by + dx * half], end, [bx - dy * half, by - dx * half]], true)
  // The line ends inside the head, so that its end never shows beside the tip.
  const tip = [end[0] + dx * HEAD * 0.6, end[1] + dy * HEAD * 0.6] as const
  const items: Primitive[] = [
    {
      type: 'path',
      commands: [
        ['M', ...start],
        ['C', ...c1, ...c2, ...tip],
      ],
      stroke: 'second',
      strokeWidth: 1.5,
    },
    { type: 'path', commands: head, fill: 'second' },
  ]
  return grouped('link', link.id, around(points), items)
}

/** The words of a link on the middle of its arrow, in absolute map units; null for a link without words. */
export function drawLinkLabel(link: Pick<Link, 'id' | 'label'>, from: Rect, to: Rect, measure: Measure): Group | null {
  const path = route(from, to)
  const [cx, cy] = middleOf(path)
  // Between two neighbouring cards there is little room: then narrow and high covers least of them.
  const room = path.across === null ? 160 : path.across > NO_CARD_BETWEEN ? NARROW : Math.max(NARROW, path.across - 16)
  const lines = wrap(link.label, TYPE.small, room, 4, measure)
  if (lines.length === 0) return null
  const width = Math.ceil(Math.max(...lines.map(line => line.width))) + 12
  const line = lineHeight(TYPE.small)
  const height = lines.length * line + 6
  const x = Math.round(cx - width / 2)
  const y = Math.round(cy - height / 2)
  const items: Primitive[] = [
    { type: 'box', x: 0.5, y: 0.5, width: width - 1, height: height - 1, radius: 6, fill: 'paper', stroke: 'line' },
    ...lines.map(
      ({ text, dir, width: wide }, index): Primitive => ({
        type: 'text',
        x: width / 2,
        y: 3 + index * line + 13,
        text,
        font: TYPE.small,
        color: 'second',
        dir,
        anchor: 'center',
        width: wide,
      }),
    ),
  ]
  return { type: 'group', kind: 'linkLabel', id: link.id, x, y, width, height, items }
}

function around(points: readonly Point[]): Rect {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const x = Math.min(...xs) - HEAD
  const y = Math.min(...ys) - HEAD
  return { x, y, width: Math.max(...xs) + HEAD - x, height: Math.max(...ys) + HEAD - y }
}
