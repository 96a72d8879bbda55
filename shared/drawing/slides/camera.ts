import { type MapLayout, type Rect, union } from '../../model/layout/MapLayout.ts'
import type { Slide } from '../../model/storyline/slide.ts'

type View = Extract<Slide, { kind: 'view' }>

/** Map units around what a view goes to. */
const AIR = 24

/**
 * What a view shows, in map units: all of the map, a stage with its header and the lanes' names beside it, or the
 * records that are still there.
 */
export function focusOf({ focus }: View, layout: MapLayout, whole: Rect): Rect {
  if (focus === null) return whole
  if ('stage' in focus) {
    const column = layout.columns.find(({ stage }) => stage === focus.stage)
    const header = layout.stageHeaders.get(focus.stage)
    if (!column || !header) return whole
    return { x: column.x - AIR, y: whole.y, width: column.width + 2 * AIR, height: whole.height }
  }
  const rects = focus.records.flatMap(id => layout.touchpoints.get(id) ?? layout.notes.get(id) ?? [])
  const [first, ...others] = rects
  if (!first) return whole
  const around = others.reduce(union, first)
  return { x: around.x - AIR, y: around.y - AIR, width: around.width + 2 * AIR, height: around.height + 2 * AIR }
}

/** Where a drawing's 0, 0 lies and how many units of the page one of its own takes. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number }

/** No card is shown larger than this, however few there are. */
const CLOSEST = 3

/** Puts a part of a drawing into the middle of a place on the page, as large as it fits. */
export function cameraOn(part: Rect, place: Rect): Camera {
  const scale = Math.min(CLOSEST, place.width / Math.max(1, part.width), place.height / Math.max(1, part.height))
  return {
    scale,
    x: place.x + (place.width - part.width * scale) / 2 - part.x * scale,
    y: place.y + (place.height - part.height * scale) / 2 - part.y * scale,
  }
}

/** Between two cameras, 0…1: the size grows by equal factors, and the middle of the place moves evenly. */
export function cameraBetween(from: Camera, to: Camera, part: number, place: Rect): Camera {
  if (part >= 1) return to
  const scale = from.scale * (to.scale / from.scale) ** part
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 }
  const at = (camera: Camera) => ({ x: (middle.x - camera.x) / camera.scale, y: (middle.y - camera.y) / camera.scale })
  const [a, b] = [at(from), at(to)]
  // On the way out the place is left slowly at first, on the way in it is reached early: then nothing rushes by.
  const even = from.scale === to.scale ? part : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale)
  const seen = { x: a.x + (b.x - a.x) * even, y: a.y + (b.y - a.y) * even }
  return { scale, x: middle.x - seen.x * scale, y: middle.y - seen.y * scale }
}
