import type { Bars } from '#shared/drawing/Brush.ts'
import { paintItems } from '#shared/drawing/paint.ts'
import type { Group } from '#shared/drawing/scene.ts'
import { type Rect, union } from '#shared/model/layout/MapLayout.ts'
import { onThemeChange } from '../../ui/theme.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { visibleRect } from '../viewport/nearArea.ts'
import { changedAreas } from './changedAreas.ts'
import { HeldPictures } from './HeldPictures.ts'
import type { Carried } from './paintingOf.ts'
import { paintPart, themeNow } from './paintPart.ts'
import type { Pictures } from './pictures.ts'
import { type PaintArea, Sheet } from './Sheet.ts'

/** What is painted, in absolute map units. */
export type Painting = {
  /** The lines of the grid. */
  readonly grid: Group
  /** Everything else, from below to above. */
  readonly items: readonly Group[]
  /** What is in the hand: painted over the tiles and never into them. */
  readonly carried: Carried | null
  /** What is selected. */
  readonly outlined: readonly Rect[]
}

/** Where the map is on the screen; React Flow's store has it. */
export type ViewSource = {
  getState(): {
    readonly transform: readonly [x: number, y: number, zoom: number]
    readonly width: number
    readonly height: number
  }
  subscribe(listener: () => void): () => void
}

/** A canvas that is kept painted. */
export type PaintedLayer = {
  /** Takes what is to be seen now. Only tiles in which something changed are painted again. */
  show(painting: Painting): void
  stop(): void
}

/** Milliseconds of a frame that painting tiles may take: while a view moves, and at rest. */
const BUDGET = 4
const REST_BUDGET = 8
/** The same where nothing is there yet: a first sight is whole, or what could not be painted in this time is late. */
const FIRST_BUDGET = 250
/** Milliseconds without zooming after which a view is painted at its own scale. */
const AT_REST = 120
/** A sheet that is shown so much larger or smaller makes way for another even while one zooms. */
const BLURRED = 1.5
/** Milliseconds by which the coarse picture of the map may be late while somebody moves something. */
const LATE = 1_000
/** Tiles that are kept: 48 MB at most. */
const MOST_TILES = 192
/** Canvas pixels of the longer side of the coarse picture of the whole map, which stands in where nothing is painted yet. */
const COARSE = 1_024
/** Canvas pixels a map unit below which the words of quotes are only noise, and below which titles and counts are. */
const QUOTES_LEGIBLE = 0.5
const TITLES_LEGIBLE = 0.34
/** Pixels. */
const OUTLINE = 2
const NOTHING: Carried = { lines: [], cards: [] }

type View = { readonly x: number; readonly y: number; readonly scale: number; readonly visible: Rect }

/**
 * Keeps a canvas painted with what is in view. The map lies in tiles at the scale of the view, so that panning only lays
 * tiles beside each other; while one zooms, tiles of nearly that scale are enlarged or reduced, and below them lies a
 * coarse picture of the whole map. Tiles are painted in what a frame has left.
 */
export function paintedLayer(canvas: HTMLCanvasElement, source: ViewSource, pictures: Pictures): PaintedLayer {
  // Opaque: what shows the page need not mix it with what is below.
  const context = canvas.getContext('2d', { alpha: false })
  let painting: Painting | null = null
  /** What is seen. */
  let sheet: Sheet | null = null
  /** What is painted to be seen next: at another scale, and all at once, so that nobody sees a patchwork. */
  let coming: Sheet | null = null
  let coarse: Sheet | null = null
  let coarseFor: Rect | null = null
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let callOff = () => {}
  let isMoving = false
  /** What the canvas was last made of. */
  let shown: readonly unknown[] = []

  const paintArea: PaintArea = (target, area, scale) => {
    if (painting) paintPart(target, painting, { visible: area, picture: pictures.paint, bars: barsAt(scale) })
  }

  const inHand = new HeldPictures((target, card, scale) =>
    paintItems([card], target, themeNow(), { picture: pictures.paint, bars: barsAt(scale) }),
  )

  const viewNow = (): View => {
    const { transform, width, height } = source.getState()
    const [x, y, zoom] = transform
    const density = window.devicePixelRatio
    return {
      x: x * density,
      y: y * density,
      scale: zoom * density,
      visible: visibleRect({ x, y, zoom }, { width, height }),
    }
  }

  const fitCanvas = () => {
    const { width, height } = source.getState()
    const [across, down] = [width, height].map(side => Math.round(side * window.devicePixelRatio))
    if (canvas.width !== across) canvas.width = across ?? 0
    if (canvas.height !== down) canvas.height = down ?? 0
  }

  /** The coarse picture holds the whole map; a map that grew beyond it gets another. */
  const followWhole = ({ grid, items }: Painting) => {
    const whole = items.reduce<Rect>((all, item) => (holds(all, item) ? all : union(all, item)), grid)
    if (coarse && coarseFor && holds(coarseFor, whole)) return
    coarse = new Sheet(COARSE / Math.max(whole.width, whole.height, 1), paintArea)
    coarseFor = { x: whole.x, y: whole.y, width: whole.width * 1.25, height: whole.height * 1.25 }
  }

  const carry = ({ x, y, scale, visible }: View) => {
    if (!context || !painting) return
    const { lines, cards } = painting.carried ?? NOTHING
    if (lines.length > 0) {
      context.setTransform(scale, 0, 0, scale, x, y)
      paintItems(lines, context, themeNow(), { visible })
      context.setTransform(1, 0, 0, 1, 0, 0)
    }
    inHand.lay(context, cards, { x, y, scale, visible })
  }

  const outline = ({ x, y, scale }: View) => {
    if (!context || !painting) return
    // As wide on the screen at every zoom: from afar a selection is what one looks for.
    const wide = OUTLINE * window.devicePixelRatio
    context.strokeStyle = themeNow().accent
    context.lineWidth = wide
    for (const rect of painting.outlined) {
      const [left, top] = [x + rect.x * scale - wide, y + rect.y * scale - wide]
      context.strokeRect(left, top, rect.width * scale + 2 * wide, rect.height * scale + 2 * wide)
    }
  }

  /** Whether a sheet is good enough for a scale: while one zooms, nearly that scale is. */
  const suits = (one: Sheet, scale: number) =>
    one.scale === scale || (isMoving && Math.max(one.scale / scale, scale / one.scale) < BLURRED)

  /** Paints what is missing of what is in view. Answers whether all is there, at the scale that it is seen at. */
  const fill = ({ scale, visible }: View): boolean => {
    sheet ??= new Sheet(scale, paintArea)
    if (suits(sheet, scale)) {
      coming = null
      const standsIn = sheet.covers(visible) || coarse?.covers(visible)
      return sheet.fill(visible, within(standsIn ? BUDGET : FIRST_BUDGET))
    }
    if (!coming || !suits(coming, scale)) coming = new Sheet(scale, paintArea)
    if (!coming.fill(visible, within(isMoving ? BUDGET : REST_BUDGET))) return false
    sheet = coming
    coming = null
    return true
  }

  /** Lays on the canvas what is to be seen of it, unless that is there already: tiles may be painted ahead of their being shown. */
  const show = (view: View) => {
    if (!context) return
    const gaps = sheet?.covers(view.visible) !== true
    const standsIn = gaps ? coarse?.painted : null
    const now = [view.x, view.y, view.scale, canvas.width, canvas.height, painting, sheet, sheet?.painted, standsIn]
    if (now.every((part, at) => part === shown[at])) return
    shown = now
    context.setTransform(1, 0, 0, 1, 0, 0)
    if (gaps) {
      context.fillStyle = themeNow().paper
      context.fillRect(0, 0, canvas.width, canvas.height)
      coarse?.lay(context, view.visible, view)
    }
    sheet?.lay(context, view.visible, view)
    carry(view)
    outline(view)
  }

  const paint = () => {
    frame = 0
    if (!context || !painting) return
    fitCanvas()
    const view = viewNow()
    const isWhole = fill(view)
    show(view)
    sheet?.keep(MOST_TILES, view.visible)
    if (!isWhole) soon()
    callOff()
    callOff = whenIdle(atLeisure, LATE)
  }

  /** The whole map in coarse is for what comes into view quickly; nobody waits for it. */
  const atLeisure = () => {
    if (coarse && coarseFor && !coarse.fill(coarseFor, within(BUDGET))) callOff = whenIdle(atLeisure, LATE)
  }

  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const atRest = () => {
    isMoving = false
    soon()
  }
  let before = source.getState()
  const stopFollowing = source.subscribe(() => {
    const now = source.getState()
    const zoomed = now.transform[2] !== before.transform[2]
    const same = now.transform === before.transform && now.width === before.width && now.height === before.height
    before = now
    if (same) return
    if (zoomed) {
      // While one zooms there is a new scale in every frame.
      isMoving = sheet !== null
      clearTimeout(rest)
      rest = setTimeout(atRest, AT_REST)
    }
    soon()
  })
  const spoil = (areas: readonly Rect[] | null) => {
    for (const each of [sheet, coming, coarse]) each?.spoil(areas)
    if (areas === null) inHand.forget()
    soon()
  }
  /** What was painted in other colours cannot stand in. */
  const forget = () => {
    sheet = null
    coming = null
    coarse = null
    coarseFor = null
    inHand.forget()
    if (painting) followWhole(painting)
    soon()
  }
  const stopTheme = onThemeChange(forget)
  const stopPictures = pictures.subscribe(() => spoil(null))
  return {
    show(next) {
      const old = painting
      painting = next
      if (old?.items === next.items && old.grid === next.grid) return soon()
      followWhole(next)
      const areas = old?.grid === next.grid ? changedAreas(old.items, next.items) : null
      if (old === null || areas === null || areas.length > 0) spoil(areas)
      else soon()
    },
    stop() {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      callOff()
      stopFollowing()
      stopTheme()
      stopPictures()
    },
  }
}

function barsAt(scale: number): Bars {
  return scale < TITLES_LEGIBLE ? 'all' : scale < QUOTES_LEGIBLE ? 'quiet' : 'none'
}

/** Whether so many milliseconds from now are not over yet. */
function within(budget: number): () => boolean {
  const end = performance.now() + budget
  return () => performance.now() < end
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}
