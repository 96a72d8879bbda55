import type { Rect } from '../model/layout/MapLayout.ts'
import type { Direction, Font } from './text.ts'
import type { Token } from './theme.ts'

/** One step of a path, in the letters of SVG and in the order of its numbers. */
export type Command =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z']

/** How a shape is filled and drawn. Colours are names; a theme turns them into colours when the scene is painted. */
export type Ink = {
  readonly fill?: Token
  readonly stroke?: Token
  /** In map units; 1 when not given. */
  readonly strokeWidth?: number
  /** Lengths of dashes and gaps in map units. */
  readonly dash?: readonly number[]
  /** 0…1. */
  readonly opacity?: number
}

export type Box = Rect & Ink & { readonly type: 'box'; readonly radius?: number }

/** Map units: how wide the line is that makes a halo; half of it lies outside of the letters. */
export const HALO = 6

/** `anchor` is the side of the line that stands at `x`, whichever way the text runs; `y` is the baseline. */
export type TextLine = {
  readonly type: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly font: Font
  readonly color: Token
  readonly dir: Direction
  readonly anchor: 'left' | 'center' | 'right'
  readonly width: number
  readonly opacity?: number
  /** Drawn around the letters, so that they can be read over lines. */
  readonly halo?: Token
  /** Turned a quarter to the left around `x`, `y`, so that it is read upwards. */
  readonly turned?: boolean
}

export type Path = Ink & {
  readonly type: 'path'
  readonly commands: readonly Command[]
  readonly cap?: 'butt' | 'round'
}

/** Where a picture belongs; whoever paints brings the pictures by hash and shows `alt` without. */
export type Picture = Rect & {
  readonly type: 'picture'
  readonly hash: string
  readonly alt: string
  readonly radius?: number
}

/** What a group stands for. Groups of records carry the record's id. */
export type GroupKind =
  | 'touchpoint'
  | 'note'
  | 'noteGroup'
  | 'link'
  | 'linkLabel'
  | 'stage'
  | 'lane'
  | 'content'
  | 'painPoint'
  | 'opportunity'
  | 'ring'
  | 'frame'
  | 'legend'
  | 'grid'

/** Parts that belong together, in coordinates from the group's own `x`, `y`; `width`, `height` are its bounds. */
export type Group = Rect & {
  readonly type: 'group'
  readonly kind: GroupKind
  readonly id: string
  readonly items: readonly Primitive[]
}

export type Primitive = Box | TextLine | Path | Picture | Group

/** A whole drawing. The rectangle is what it covers, in map units; `items` lie in the same coordinates. */
export type Scene = Rect & { readonly background: Token; readonly items: readonly Primitive[] }

/** The same group somewhere else. */
export function moved(group: Group, x: number, y: number): Group {
  return { ...group, x, y }
}
