import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import type { PresenceLink } from '../session/presence.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Drop, Point } from './gestures/drop.ts'
import type { Hand } from './gestures/hand.ts'
import type { CanvasScene } from './scene/buildScene.ts'

/** What one person's hand is doing on the canvas; none of it is in the document before it is let go. */
export type CanvasState = {
  /** Cards in the hand, where they are held (absolute map units), and what letting go would do. */
  drag: { readonly places: ReadonlyMap<string, Point>; readonly drop: Drop | null } | null
  /** An arrow that is being drawn, its free end, and the card under it. */
  link: { readonly from: string; readonly at: Point; readonly over: string | null } | null
  /** A stage or lane in the hand, and where along the map it, or its edge, would come; null where nothing would change. */
  grid: { readonly kind: 'stages' | 'lanes'; readonly id: string; readonly at: number | null } | null
  /** What a finger lassoes, in map units; a mouse's lasso is React Flow's. */
  readonly lasso: Rect | null
  /** Where the others are, once that is known. */
  readonly presence: PresenceLink | null
  /** The card over which quotes are held. */
  quotesOver: string | null
  /** The cell under the pointer, when something could be added there. */
  hover: { readonly stage: string; readonly lane: string } | null
}

export type CanvasStore = StoreApi<CanvasState>

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    drag: null,
    link: null,
    grid: null,
    lasso: null,
    presence: null,
    quotesOver: null,
    hover: null,
  }))
}

/** What the parts of one canvas share. The functions keep their identity as long as the canvas lives. */
export type CanvasTools = {
  readonly open: OpenMap
  readonly state: CanvasStore
  /** What is held by a gesture, and how it is given up. */
  readonly hand: Hand
  /** The scene as it is now. */
  scene(): CanvasScene
  /** A point of the screen (clientX, clientY) in map units. */
  toMap(screen: Point): Point
  /** Moves the map under the canvas, in pixels. */
  panBy(by: Point): void
  /** Begins an arrow from a card. */
  startLink(from: string, event: PointerEvent): void
  /** Gives the focus back to the canvas, on the card that is selected where there is one. */
  focus(): void
  /** Brings something that can be selected into view, without moving the focus. */
  bringIntoView(id: string): void
  /** The same, and gives it the focus. */
  reveal(id: string): void
}

const Context = createContext<CanvasTools | null>(null)
export const CanvasToolsProvider = Context

/** The canvas around; throws outside of it, which is our own mistake. */
export function useCanvas(): CanvasTools {
  const tools = use(Context)
  if (!tools) throw new Error('useCanvas is called outside of a canvas')
  return tools
}
