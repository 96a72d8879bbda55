import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import { AFAR_ZOOM } from '../viewport/viewportMath.ts'
import { stickOffset } from './stickOffset.ts'

/** Pixels: the name of a stage beside its neighbour, a name of two lines above the next lane. */
const STAGE_ROOM = 150
const LANE_ROOM = 72
/**
 * Pixels, with text of the usual size, below which a header has less to show: small words; words in one line, which stand
 * upright over a column; and none, where there is no room beside the name before.
 */
const STAGE_STEPS = [124, 76, 1]
const LANE_STEPS = [72, 36, 1]
/** From afar all lanes have small words, however high some are. */
const LANE_STEPS_AFAR = [Number.POSITIVE_INFINITY, 36, 1]
const UPRIGHT = 2
const NAMELESS = 3
/** Pixels: how high a line of small words is, and upright names at most, where there is paper above the map. */
const LINE = 14
const TALL = 160

/** A header along its edge, in map units; without a size it is the button behind the last. */
export type Span = { readonly start: number; readonly size: number | null }

/**
 * How the headers of one edge lie: the map's 0 is at `origin` of the canvas, which shows them from `from` to `to`; pixels.
 * `line`: how many map units a name of one line takes.
 */
type Edge = {
  readonly origin: number
  readonly zoom: number
  readonly from: number
  readonly to: number
  readonly line: number
}

/** The elements that hold headers: stages along the top, lanes at the left, and where they meet. */
export type Holders = {
  readonly strip: HTMLElement | null
  readonly panel: HTMLElement | null
  readonly corner: HTMLElement | null
}

/** What of the map is on the canvas, in pixels. */
type Shown = {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

/**
 * Puts headers where they belong: along with the map, but never over the edge of the canvas, and each name inside its
 * header so that it stays in view. Writes to the elements directly, so that panning renders nothing, and only to those
 * that can be seen: what all headers inherit would be computed anew for each of a hundred in every frame of a zoom.
 * `isZooming`: there is another scale in the next frame, so that what nobody sees yet can wait.
 */
export function placeHeaders(
  { strip, panel, corner }: Holders,
  { stageHeight, laneWidth, text }: HeaderSizes,
  { stages, lanes }: { readonly stages: readonly Span[]; readonly lanes: readonly Span[] },
  { transform: [x, y, zoom], width, height }: Shown,
  isZooming = false,
): void {
  const [top, left] = [Math.max(0, y - stageHeight), Math.max(0, x - laneWidth)]
  const [overTop, overLeft] = [y < stageHeight, x < laneWidth]
  const line = (LINE * text) / zoom
  if (strip) {
    put(strip, `translate(0px, ${top}px)`, overTop)
    const track = moveTrack(strip, `translate(${x}px, 0px)`)
    eachInView(track, stages, { origin: x, zoom, from: laneWidth, to: width, line }, (header, start, size, named) => {
      if (size === null) {
        write(header, 'transform', `translateX(${start * zoom}px)`)
        return
      }
      const before = header.dataset.small
      const small = mark(header, named ? (size * zoom) / text : 0, STAGE_STEPS)
      if (small < UPRIGHT) {
        write(header, 'transform', `translateX(${start * zoom}px)`)
        write(header, 'width', `${size * zoom}px`)
        write(header, '--stick', `${stickOffset(start * zoom + x, size * zoom, laneWidth, STAGE_ROOM)}px`)
        write(header, 'height', '')
        return
      }
      // Nothing is to be seen of one without a name.
      if (isZooming && small === NAMELESS && before === String(NAMELESS)) return
      // In the middle of its column, and as wide as its line however wide that is: nothing but its place changes.
      write(header, 'transform', `translateX(${(start + size / 2) * zoom}px)`)
      write(header, 'width', '')
      write(header, '--stick', '')
      write(header, 'height', `${Math.max(stageHeight, Math.min(TALL * text, y))}px`)
    })
  }
  if (panel) {
    put(panel, `translate(${left}px, 0px)`, overLeft)
    const track = moveTrack(panel, `translate(0px, ${y}px)`)
    const isNarrow = laneWidth === 0
    eachInView(track, lanes, { origin: y, zoom, from: top, to: height, line }, (header, start, size, named) => {
      const stick = size === null ? 0 : stickOffset(start * zoom + y, size * zoom, top + stageHeight, LANE_ROOM)
      // On a phone a header is as high as its name and moves as a whole.
      write(header, 'transform', `translateY(${start * zoom + (isNarrow ? stick : 0)}px)`)
      if (size === null) return
      // Its lower edge goes on in the line of the grid.
      write(header, 'height', isNarrow ? '' : `${size * zoom + 1}px`)
      write(header, '--stick', isNarrow ? '' : `${stick}px`)
      write(header, '--near', `${Math.min(1, zoom)}`)
      const room = isNarrow ? Number.POSITIVE_INFINITY : (size * zoom) / text
      mark(header, named ? room : 0, zoom < AFAR_ZOOM ? LANE_STEPS_AFAR : LANE_STEPS)
    })
  }
  corner?.toggleAttribute('data-over-top', overTop)
  if (corner) put(corner, `translate(${left}px, ${top}px)`, overLeft)
}

/**
 * Which names have room for a line (map units) beside the one before. Counted from the first of all, so that the same
 * are shown wherever the map is moved.
 */
export function namesWithRoom(spans: readonly Span[], line: number): boolean[] {
  let free = Number.NEGATIVE_INFINITY
  return spans.map(({ start }) => {
    if (start < free) return false
    free = start + line
    return true
  })
}

/** The headers stand in the track in the order of the layout, the button for one more behind them. */
export function stageSpans({ columns }: Pick<MapLayout, 'columns'>): Span[] {
  const last = columns.at(-1)
  return [
    ...columns.map(({ x, width }) => ({ start: x, size: width })),
    { start: last ? last.x + last.width : 0, size: null },
  ]
}

export function laneSpans({ rows, unsorted }: Pick<MapLayout, 'rows' | 'unsorted'>): Span[] {
  const spans = [...rows, ...(unsorted ? [unsorted.area] : [])].map(({ y, height }) => ({ start: y, size: height }))
  const last = spans.at(-1)
  return [...spans, { start: last ? last.start + last.size : 0, size: null }]
}

function put(element: HTMLElement, transform: string, over: boolean): void {
  write(element, 'transform', transform)
  element.toggleAttribute('data-over', over)
}

function moveTrack(element: HTMLElement, transform: string): Element | null {
  const track = element.firstElementChild
  if (track instanceof HTMLElement) write(track, 'transform', transform)
  return track
}

/** Out of view nothing of a header is touched but, once, its place: keys reach it there. */
const AWAY = 'translate(-20000px, -20000px)'

function eachInView(
  track: Element | null,
  spans: readonly Span[],
  { origin, zoom, from, to, line }: Edge,
  place: (header: HTMLElement, start: number, size: number | null, named: boolean) => void,
): void {
  const named = namesWithRoom(spans, line)
  for (const [index, { start, size }] of spans.entries()) {
    const header = track?.children[index]
    if (!(header instanceof HTMLElement)) continue
    const begins = start * zoom + origin
    const ends = size === null ? Number.POSITIVE_INFINITY : begins + size * zoom
    if (ends < from || begins > to) write(header, 'transform', AWAY)
    else place(header, start, size, named[index] === true)
  }
}

/** How many of these steps a header is too small for. */
function mark(header: HTMLElement, pixels: number, steps: readonly number[]): number {
  const small = steps.filter(step => pixels < step).length
  if (Number(header.dataset.small ?? 0) !== small) header.dataset.small = String(small)
  return small
}

const written = new WeakMap<HTMLElement, Map<string, string>>()

/** Most of what is written in a frame is as it was. */
function write(element: HTMLElement, property: string, value: string): void {
  let known = written.get(element)
  if (!known) {
    known = new Map()
    written.set(element, known)
  }
  if (known.get(property) === value) return
  known.set(property, value)
  element.style.setProperty(property, value)
}
