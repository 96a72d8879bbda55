import { drawMap } from '#shared/drawing/drawMap.ts'
import { canvasMeasure, paint } from '#shared/drawing/paint.ts'
import { remembering } from '#shared/drawing/text.ts'
import { DARK, LIGHT, type Theme } from '#shared/drawing/theme.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { keepMapPicture } from '../api/mapPictures.ts'
import { knownMaps } from '../api/tokens.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { MapView } from '../store/MapMirror.ts'
import { whenIdle } from '../ui/whenIdle.ts'

/** Pixels: three for each of the first page, so that it is sharp on every screen. */
const WIDTH = 336
const HEIGHT = 210
/** Pixels per map unit: smaller nobody sees cards, larger a small map is only one card. */
const LEAST_SCALE = 0.28
const MOST_SCALE = 0.5
/** Map units that fit across at the least scale, and cards that fit into them. */
const ACROSS = WIDTH / LEAST_SCALE
const MOST_CARDS = 18
/** Map units between the edge and what is shown. */
const ROOM = 12
/** Milliseconds after which a busy page is painted on nevertheless. */
const PATIENCE = 3_000

/**
 * Paints the upper left of a map in both themes and keeps it in this browser. Each step waits for a moment in which the
 * page has nothing else to do, and is short enough for one frame.
 */
export async function paintMapPicture({ id, session }: OpenMap, { map, evidence }: MapView): Promise<void> {
  // Nobody could tell later whether it may still be shown.
  if (session.copyOf === null) return
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (!context) return
  await idle()
  const scene = drawMap(upperLeft(map), evidence, remembering(canvasMeasure(context)))
  const painted = async (theme: Theme): Promise<Blob | null> => {
    await idle()
    paintScene(scene, context, theme)
    return new Promise(resolve => canvas.toBlob(resolve, 'image/webp', 0.85))
  }
  const light = await painted(LIGHT)
  const dark = await painted(DARK)
  const known = knownMaps().map(one => one.id)
  if (!light || !dark || !known.includes(id)) return
  await keepMapPicture(id, { light, dark, epoch: session.copyOf.epoch }, known, Date.now())
}

/** From the first stage on, without the names of lanes, which nobody could read. */
function paintScene(scene: ReturnType<typeof drawMap>, context: CanvasRenderingContext2D, theme: Theme): void {
  const { y } = scene
  const x = Math.min(...[...scene.layout.stageHeaders.values()].map(header => header.x), scene.x + scene.width) - ROOM
  const width = scene.x + scene.width - x
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, WIDTH / width))
  context.fillStyle = theme.paper
  context.fillRect(0, 0, WIDTH, HEIGHT)
  const visible = { x, y, width: WIDTH / scale, height: HEIGHT / scale }
  paint(scene, context, theme, { x: -x * scale, y: -y * scale, scale, visible })
}

/** What of a map can be seen in its picture: what costs no time on a map of a thousand cards either. */
export function upperLeft(map: MapDocument): MapDocument {
  let across = 0
  const stages = map.stages.filter(({ width }) => {
    const isIn = across < ACROSS
    across += width
    return isIn
  })
  const shown = new Set(stages.map(({ id }) => id))
  const isIn = ({ stage }: { stage: string | null }) => stage === null || shown.has(stage) || stage === ''
  const touchpoints = map.lanes
    .flatMap(({ id }) => map.touchpoints.filter(touchpoint => touchpoint.lane === id && shown.has(touchpoint.stage)))
    .slice(0, MOST_CARDS)
  const cards = new Set(touchpoints.map(({ id }) => id))
  const notes = map.notes.filter(isIn).slice(0, MOST_CARDS)
  for (const { id } of notes) cards.add(id)
  const links = map.links.filter(({ from, to }) => cards.has(from) && cards.has(to))
  const kept = map.touchpoints.filter(({ id }) => cards.has(id))
  return { ...map, stages, touchpoints: kept, notes, links }
}

function idle(): Promise<void> {
  return new Promise(resolve => whenIdle(resolve, PATIENCE))
}
