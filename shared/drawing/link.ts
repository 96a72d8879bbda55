import type { Link } from '../model/kinds.ts'
import { CELL_PADDING, type Rect } from '../model/layout/MapLayout.ts'
import { enlargedFont } from './enlarged.ts'
import type { Group, Primitive } from './scene.ts'
import { grouped, polyline } from './shapes.ts'
import { baseline, type Font, type Line, lineHeight, type Measure, wrap } from './text.ts'
import { TYPE } from './theme.ts'

type Point = readonly [x: number, y: number]
type End = { readonly at: Point; readonly out: Point }
/** `across`: free space between the two cards from left to right; they may also lie one under the other. */
type Route = { readonly start: End; readonly end: End; readonly across: number | null }
/**
 * The words as they are wrapped, and where they stand: `x` of their anchor, `y` of their top. `turned` words are read
 * upwards; then `x` is the middle of their lines.
 */
type Placed = {
  readonly lines: readonly Line[]
  readonly font: Font
  readonly x: number
  readonly y: number
  readonly anchor: 'left' | 'center'
  readonly turned: boolean
}

const HEAD = 7
/** Between two neighbouring columns of cards nothing else stands; the words belong there. */
const GUTTER = 2 * CELL_PADDING
/** Words that are wider than the gutter stand upright in it, in so many lines of this length, or in one twice as long. */
const TURNED_LINES = 2
const LONGEST = 220
/** From words to the line beside them. */
const GAP = 3
const MOST_LINES = 4

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

/** The words of a link where they cover no card: in the gutter, turned where they are wide; beside an upright arrow. */
function placeWords(label: string, from: Rect, to: Rect, measure: Measure, text: number): Placed | null {
  const { start, end, across } = route(from, to)
  const font = enlargedFont(TYPE.small, text)
  const heightOf = (lines: readonly Line[]) => lines.length * lineHeight(font)
  if (across === null) {
    const lines = wrap(label, font, LONGEST * text, MOST_LINES, measure)
    const room = Math.abs(end.at[1] - start.at[1])
    const y = start.at[1] + (start.out[1] * Math.min(GUTTER, room)) / 2 - heightOf(lines) / 2
    return lines.length === 0 ? null : { lines, font, x: start.at[0] + 2 * GAP, y, anchor: 'left', turned: false }
  }
  const near = across <= 2 * GUTTER
  const room = near ? across : GUTTER
  const x = start.at[0] + (start.out[0] * room) / 2
  const [startY, endY] = [start.at[1], near ? end.at[1] : start.at[1]]
  const middle = (startY + endY) / 2
  const beside = wrap(label, font, room - 2 * GAP, MOST_LINES, measure)
  if (beside.length === 0) return null
  if (isWhole(beside, label) && widthOf(beside) <= room - 2 * GAP) {
    return { lines: beside, font, x, y: middle - heightOf(beside) / 2, anchor: 'center', turned: false }
  }
  const most = TURNED_LINES * lineHeight(font) <= GUTTER ? TURNED_LINES : 1
  const lines = wrap(label, font, (LONGEST * text * TURNED_LINES) / most, most, measure)
  const length = widthOf(lines)
  const along = Math.abs(endY - startY) >= length + 2 * GAP
  // Upon the upright part of the arrow where that is as long, else above the arrow; where they would rise into what is
  // above the cards, and above an arrow that leads up, below it.
  const [upper, lower] = [Math.min(startY, endY) - 2 * GAP - length, Math.max(startY, endY) + 2 * GAP]
  const fits = upper >= (near ? Math.min(from.y, to.y) : from.y) - CELL_PADDING
  const beyond = fits && (near || end.at[1] >= startY) ? upper : lower
  return { lines, font, x, y: along ? middle - length / 2 : beyond, anchor: 'center', turned: true }
}

function widthOf(lines: readonly Line[]): number {
  return Math.max(...lines.map(line => line.width))
}

/** Whether no word was broken and none left out. */
function isWhole(lines: readonly Line[], label: string): boolean {
  return lines.map(({ text }) => text.trim()).join(' ') === label.trim().replace(/\s+/g, ' ')
}

/** The arrow of a link between two cards, in absolute map units. It lies under the cards, its words above them. */
export function drawLink(link: Pick<Link, 'id'>, from: Rect, to: Rect, text = 1): Group {
  const length = HEAD * text
  const path = route(from, to)
  const points = curveOf(path)
  const [start, c1, c2, end] = points
  const [dx, dy] = path.end.out
  const [bx, by] = [end[0] + dx * length, end[1] + dy * length]
  const half = length * 0.55
  const head = polyline([[bx + dy * half, by + dx * half], end, [bx - dy * half, by - dx * half]], true)
  // The line ends inside the head, so that its end never shows beside the tip.
  const tip = [end[0] + dx * length * 0.6, end[1] + dy * length * 0.6] as const
  const items: Primitive[] = [
    {
      type: 'path',
      commands: [
        ['M', ...start],
        ['C', ...c1, ...c2, ...tip],
      ],
      stroke: 'second',
      strokeWidth: 1.5 * text,
    },
    { type: 'path', commands: head, fill: 'second' },
  ]
  return grouped('link', link.id, around(points, length), items)
}

/** The words of a link, in absolute map units; null for a link without words. `text` is their size, 1 being the usual. */
export function drawLinkLabel(
  link: Pick<Link, 'id' | 'label'>,
  from: Rect,
  to: Rect,
  measure: Measure,
  text = 1,
): Group | null {
  const placed = placeWords(link.label, from, to, measure, text)
  if (placed === null) return null
  const { lines, font, anchor, turned } = placed
  const [long, high] = [Math.ceil(widthOf(lines)), lines.length * lineHeight(font)]
  const [width, height] = turned ? [high, long] : [long, high]
  const x = Math.round(anchor === 'left' ? placed.x : placed.x - width / 2)
  const y = Math.round(placed.y)
  const items = lines.map(({ text, dir, width: wide }, index): Primitive => {
    const base = index * lineHeight(font) + baseline(font)
    const at = turned ? { x: base, y: height / 2 } : { x: anchor === 'left' ? 0 : width / 2, y: base }
    const words = { type: 'text', text, font, color: 'second', dir, anchor, width: wide, halo: 'paper' } as const
    return { ...words, ...at, ...(turned ? { turned } : {}) }
  })
  return { type: 'group', kind: 'linkLabel', id: link.id, x, y, width, height, items }
}

function around(points: readonly Point[], margin: number): Rect {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  const x = Math.min(...xs) - margin
  const y = Math.min(...ys) - margin
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y }
}
