import { useStoreApi } from '@xyflow/react'
import { type RefObject, useLayoutEffect } from 'react'
import type { MapLayout } from '#shared/model/layout/MapLayout.ts'
import type { HeaderSizes } from '../viewport/headerSizes.ts'
import { stickOffset } from './stickOffset.ts'

/** Pixels: the name of a stage beside its neighbour, a name of two lines above the next lane. */
const STAGE_ROOM = 150
const LANE_ROOM = 72
/** Pixels below which a header has less to show, narrower and narrower or lower and lower. */
const STAGE_STEPS = [124, 52]
const LANE_STEPS = [72, 36, 15]

export type HeaderParts = {
  readonly strip: RefObject<HTMLDivElement | null>
  readonly panel: RefObject<HTMLDivElement | null>
  readonly corner: RefObject<HTMLDivElement | null>
}

/** A header along its edge, in map units; without a size it is the button behind the last. */
type Span = { readonly start: number; readonly size: number | null }

/** How the headers of one edge lie: the map's 0 is at `origin` of the canvas, which shows them from `from` to `to`; pixels. */
type Edge = { readonly origin: number; readonly zoom: number; readonly from: number; readonly to: number }

/**
 * Moves the headers with the map: along with it, but never over the edge of the canvas, and each name inside its
 * header so that it stays in view. Writes to the elements directly, so that panning renders nothing, and only to those
 * that can be seen: what all headers inherit would be computed anew for each of a hundred in every frame of a zoom.
 * `canEdit`: with it there is a button behind the last header.
 */
export function useHeaderSync(
  { strip, panel, corner }: HeaderParts,
  { stageHeight, laneWidth }: HeaderSizes,
  layout: MapLayout,
  canEdit: boolean,
): void {
  const store = useStoreApi()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever may edit now gets a button that has to be placed.
  useLayoutEffect(() => {
    const stages = stageSpans(layout)
    const lanes = laneSpans(layout)
    let shown: unknown = null
    const sync = () => {
      const { transform, width, height } = store.getState()
      if (transform === shown) return
      shown = transform
      const [x, y, zoom] = transform
      const [top, left] = [Math.max(0, y - stageHeight), Math.max(0, x - laneWidth)]
      const [overTop, overLeft] = [y < stageHeight, x < laneWidth]
      if (strip.current) {
        put(strip.current, `translate(0px, ${top}px)`, overTop)
        const track = moveTrack(strip.current, `translate(${x}px, 0px)`)
        const edge = { origin: x, zoom, from: laneWidth, to: width }
        eachInView(track, stages, edge, (header, start, size) => {
          write(header, 'transform', `translateX(${start * zoom}px)`)
          if (size === null) return
          write(header, 'width', `${size * zoom}px`)
          write(header, '--stick', `${stickOffset(start * zoom + x, size * zoom, laneWidth, STAGE_ROOM)}px`)
          mark(header, size * zoom, STAGE_STEPS)
        })
      }
      if (panel.current) {
        put(panel.current, `translate(${left}px, 0px)`, overLeft)
        const track = moveTrack(panel.current, `translate(0px, ${y}px)`)
        const edge = { origin: y, zoom, from: top, to: height }
        const isNarrow = laneWidth === 0
        eachInView(track, lanes, edge, (header, start, size) => {
          const stick = size === null ? 0 : stickOffset(start * zoom + y, size * zoom, top + stageHeight, LANE_ROOM)
          // On a phone a header is as high as its name and moves as a whole.
          write(header, 'transform', `translateY(${start * zoom + (isNarrow ? stick : 0)}px)`)
          if (size === null) return
          // Its lower edge goes on in the line of the grid.
          write(header, 'height', isNarrow ? '' : `${size * zoom + 1}px`)
          write(header, '--stick', isNarrow ? '' : `${stick}px`)
          write(header, '--near', `${Math.min(1, zoom)}`)
          mark(header, isNarrow ? Number.POSITIVE_INFINITY : size * zoom, LANE_STEPS)
        })
      }
      corner.current?.toggleAttribute('data-over-top', overTop)
      if (corner.current) put(corner.current, `translate(${left}px, ${top}px)`, overLeft)
    }
    sync()
    return store.subscribe(sync)
  }, [store, strip, panel, corner, stageHeight, laneWidth, layout, canEdit])
}

/** The headers stand in the track in the order of the layout, the button for one more behind them. */
function stageSpans({ columns }: MapLayout): Span[] {
  const last = columns.at(-1)
  return [
    ...columns.map(({ x, width }) => ({ start: x, size: width })),
    { start: last ? last.x + last.width : 0, size: null },
  ]
}

function laneSpans({ rows, unsorted }: MapLayout): Span[] {
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
  { origin, zoom, from, to }: Edge,
  place: (header: HTMLElement, start: number, size: number | null) => void,
): void {
  for (const [index, { start, size }] of spans.entries()) {
    const header = track?.children[index]
    if (!(header instanceof HTMLElement)) continue
    const begins = start * zoom + origin
    const ends = size === null ? Number.POSITIVE_INFINITY : begins + size * zoom
    if (ends < from || begins > to) write(header, 'transform', AWAY)
    else place(header, start, size)
  }
}

/** How many of these steps a header is too small for. */
function mark(header: HTMLElement, pixels: number, steps: readonly number[]): void {
  const small = steps.filter(step => pixels < step).length
  if (Number(header.dataset.small ?? 0) !== small) header.dataset.small = String(small)
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
