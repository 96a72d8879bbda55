import type { Bars } from '#shared/drawing/Brush.ts'
import { paintItems } from '#shared/drawing/paint.ts'
import type { Group } from '#shared/drawing/scene.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { onThemeChange } from '../../ui/theme.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { visibleRect } from '../viewport/nearArea.ts'
import { ZOOM_AT_REST } from '../viewport/viewportMath.ts'
import { changedAreas } from './changedAreas.ts'
import { HeldBlock } from './HeldBlock.ts'
import { HeldPictures } from './HeldPictures.ts'
import { MapSheets, type SheetView } from './MapSheets.ts'
import type { Carried } from './paintingOf.ts'
import { paintPart, themeNow } from './paintPart.ts'
import type { Pictures } from './pictures.ts'

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

/** Milliseconds by which what is painted ahead may be late while somebody moves something. */
const LATE = 1_000
/** Canvas pixels a map unit below which the words of quotes are only noise, and below which titles and counts are. */
const QUOTES_LEGIBLE = 0.5
const TITLES_LEGIBLE = 0.34
/** Pixels. */
const OUTLINE = 2
const NOTHING: Carried = { lines: [], block: null, cards: [] }

/**
 * Keeps a canvas painted with what is in view. The map lies in tiles at the scale of the view, so that panning only lays
 * tiles beside each other; while one zooms, tiles of nearly that scale are enlarged or reduced, and below them lies a
 * coarse picture of the whole map. Tiles are painted in what a frame has left.
 */
export function paintedLayer(canvas: HTMLCanvasElement, source: ViewSource, pictures: Pictures): PaintedLayer {
  // Opaque: what shows the page need not mix it with what is below.
  const context = canvas.getContext('2d', { alpha: false })
  let painting: Painting | null = null
  /** What was in the hand, until it is to be seen where it came to. */
  let leaving: Carried | null = null
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let callOff = () => {}
  let isZooming = false
  /** What the canvas was last made of. */
  let shown: readonly unknown[] = []

  const sheets = new MapSheets((target, area, scale) => {
    if (painting) paintPart(target, painting, { visible: area, picture: pictures.paint, bars: barsAt(scale) })
  })

  const inHand = new HeldPictures((target, card, scale) =>
    paintItems([card], target, themeNow(), { picture: pictures.paint, bars: barsAt(scale) }),
  )

  const block = new HeldBlock((target, items, { area, scale }) =>
    paintItems(items, target, themeNow(), { visible: area, picture: pictures.paint, bars: barsAt(scale) }),
  )

  const carriedNow = () => painting?.carried ?? leaving ?? NOTHING

  const viewNow = (): SheetView => {
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

  const carry = ({ x, y, scale, visible }: SheetView) => {
    if (!context || !painting) return
    const { lines, block: held, cards } = carriedNow()
    if (lines.length > 0) {
      context.setTransform(scale, 0, 0, scale, x, y)
      paintItems(lines, context, themeNow(), { visible })
      context.setTransform(1, 0, 0, 1, 0, 0)
    }
    if (held) block.lay(context, { x, y, scale, visible }, held.by, sheets)
    inHand.lay(context, cards, { x, y, scale, visible })
  }

  const outline = ({ x, y, scale }: SheetView) => {
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

  /** Lays on the canvas what is to be seen of it, unless that is there already: tiles may be painted ahead of their being shown. */
  const show = (view: SheetView) => {
    if (!context) return
    const held = carriedNow().block
    const heldParts = held ? block.partsOf(view, held.by) : []
    const now = [painting, leaving, canvas.width, canvas.height, ...sheets.partsOf(view), ...heldParts]
    if (now.length === shown.length && now.every((part, at) => part === shown[at])) return
    shown = now
    context.setTransform(1, 0, 0, 1, 0, 0)
    sheets.lay(context, view)
    carry(view)
    outline(view)
  }

  const paint = () => {
    frame = 0
    if (!context || !painting) return
    fitCanvas()
    const view = viewNow()
    const held = carriedNow().block
    // Until it is painted apart, what is in the hand is to be seen on the tiles of the map alone.
    const isHandWhole = held === null || block.fill(view, held.by, isZooming)
    const isMapWhole = (held === null || block.isLifted) && sheets.fill(view, isZooming)
    if (isMapWhole && leaving) {
      leaving = null
      block.take(carriedNow().block, false)
    }
    show(view)
    if (!isMapWhole || !isHandWhole) soon()
    callOff()
    callOff = whenIdle(atLeisure, LATE)
  }

  /** Nobody waits for what is not in view yet. */
  const atLeisure = () => {
    if (!sheets.fillAhead(viewNow())) callOff = whenIdle(atLeisure, LATE)
  }

  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }
  const atRest = () => {
    isZooming = false
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
      isZooming = sheets.begun
      clearTimeout(rest)
      rest = setTimeout(atRest, ZOOM_AT_REST)
    }
    soon()
  })
  const spoil = (areas: readonly Rect[] | null) => {
    sheets.spoil(areas)
    soon()
  }
  /** What was painted in other colours cannot stand in. */
  const forget = () => {
    sheets.forget()
    inHand.forget()
    block.forget()
    if (painting) sheets.followWhole(painting)
    soon()
  }
  const stopTheme = onThemeChange(forget)
  const stopPictures = pictures.subscribe(() => {
    inHand.forget()
    block.spoil()
    spoil(null)
  })
  return {
    show(next) {
      const old = painting
      painting = next
      leaving = next.carried ? null : (old?.carried ?? leaving)
      block.take(carriedNow().block, Boolean(old?.carried && next.carried))
      if (old?.items === next.items && old.grid === next.grid) return soon()
      sheets.followWhole(next)
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
