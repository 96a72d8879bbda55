import { overlaps, type Rect } from '../model/layout/MapLayout.ts'
import { type Context2D, setPrecise } from './Context2D.ts'
import { placeholder } from './placeholder.ts'
import {
  type Box,
  type Command,
  HALO,
  type Ink,
  type Path,
  type Picture,
  type Primitive,
  type TextLine,
} from './scene.ts'
import type { Font } from './text.ts'
import { cssFont, type Theme } from './theme.ts'

/**
 * Which lines of text are shown as bars, for drawings so small that letters are only noise: none, those that are not set
 * in bold, so that titles and counts are left, or all.
 */
export type Bars = 'none' | 'quiet' | 'all'

/** What may be painted in more than one way. */
export type BrushOptions = {
  readonly bars?: Bars
  /** Draws the picture of this hash; false when it is not at hand, then its description stands there. */
  picture?(hash: string, context: Context2D, place: Rect): boolean
}

const BAR_OPACITY = 0.5
/** Font weight of what is read first. */
const STRONG = 600

/** Lays primitives on a canvas, one after the other. */
export class Brush {
  readonly #context: Context2D
  readonly #theme: Theme
  readonly #picture: BrushOptions['picture']
  readonly #bars: Bars
  /** Setting a font is dear, and most texts follow one of the same font. */
  #font = ''

  constructor(context: Context2D, theme: Theme, { picture, bars = 'none' }: BrushOptions) {
    this.#context = context
    this.#theme = theme
    this.#picture = picture
    this.#bars = bars
    context.textBaseline = 'alphabetic'
    setPrecise(context)
  }

  items(items: readonly Primitive[], x: number, y: number, visible: Rect | undefined): void {
    for (const item of items) {
      switch (item.type) {
        case 'box':
          this.#box(item, x, y)
          break
        case 'path':
          this.#path(item, x, y)
          break
        case 'text':
          if (this.#isBar(item)) this.#bar(item, x, y)
          else this.#text(item, x, y)
          break
        case 'picture':
          this.#place(item, x, y)
          break
        case 'group': {
          const rect = { x: x + item.x, y: y + item.y, width: item.width, height: item.height }
          if (!visible || overlaps(rect, visible)) this.items(item.items, rect.x, rect.y, visible)
        }
      }
    }
  }

  #box(box: Box, x: number, y: number): void {
    const context = this.#context
    if (box.radius === undefined && box.stroke === undefined && box.fill !== undefined && box.opacity === undefined) {
      context.fillStyle = this.#theme[box.fill]
      context.fillRect(x + box.x, y + box.y, box.width, box.height)
      return
    }
    context.beginPath()
    if (box.radius) {
      const radius = Math.min(box.radius, box.width / 2, box.height / 2)
      context.roundRect(x + box.x, y + box.y, box.width, box.height, radius)
    } else context.rect(x + box.x, y + box.y, box.width, box.height)
    this.#ink(box)
  }

  #path(path: Path, x: number, y: number): void {
    this.#context.beginPath()
    trace(path.commands, this.#context, x, y)
    this.#ink(path)
  }

  #ink({ fill, stroke, strokeWidth = 1, dash, opacity = 1, cap = 'butt' }: Ink & { cap?: Path['cap'] }): void {
    const context = this.#context
    if (opacity !== 1) context.globalAlpha = opacity
    if (fill) {
      context.fillStyle = this.#theme[fill]
      context.fill()
    }
    if (stroke) {
      context.strokeStyle = this.#theme[stroke]
      context.lineWidth = strokeWidth
      context.lineCap = cap
      if (dash) context.setLineDash([...dash])
      context.stroke()
      if (dash) context.setLineDash([])
    }
    if (opacity !== 1) context.globalAlpha = 1
  }

  #text(line: TextLine, x: number, y: number): void {
    const context = this.#context
    this.#setFont(line.font, line.text)
    context.direction = line.dir
    context.textAlign = line.anchor
    if (line.opacity !== undefined) context.globalAlpha = line.opacity
    if (line.turned) {
      context.translate(x + line.x, y + line.y)
      context.rotate(-Math.PI / 2)
      this.#write(line, 0, 0)
      context.rotate(Math.PI / 2)
      context.translate(-x - line.x, -y - line.y)
    } else this.#write(line, x + line.x, y + line.y)
    if (line.opacity !== undefined) context.globalAlpha = 1
  }

  #write({ text, color, halo }: TextLine, x: number, y: number): void {
    const context = this.#context
    if (halo) {
      context.strokeStyle = this.#theme[halo]
      context.lineWidth = HALO
      context.lineJoin = 'round'
      context.strokeText(text, x, y)
    }
    context.fillStyle = this.#theme[color]
    context.fillText(text, x, y)
  }

  #isBar({ font }: TextLine): boolean {
    return this.#bars === 'all' || (this.#bars === 'quiet' && font.weight < STRONG)
  }

  /** As high as small letters are, and paler, since letters leave most of their line free. */
  #bar({ anchor, width, x: at, y: base, font, color, turned }: TextLine, x: number, y: number): void {
    if (turned) return
    const context = this.#context
    const left = anchor === 'left' ? at : anchor === 'right' ? at - width : at - width / 2
    context.fillStyle = this.#theme[color]
    context.globalAlpha = BAR_OPACITY
    context.fillRect(x + left, y + base - font.size / 2, width, font.size / 2)
    context.globalAlpha = 1
  }

  #place(picture: Picture, x: number, y: number): void {
    const context = this.#context
    const rect = { x: x + picture.x, y: y + picture.y, width: picture.width, height: picture.height }
    context.save()
    context.beginPath()
    context.roundRect(rect.x, rect.y, rect.width, rect.height, picture.radius ?? 0)
    context.clip()
    if (!this.#picture?.(picture.hash, context, rect)) this.items(placeholder(picture), x, y, undefined)
    context.restore()
    this.#font = ''
  }

  #setFont(font: Font, text: string): void {
    const css = cssFont(font, text)
    if (css === this.#font) return
    this.#context.font = css
    this.#font = css
  }
}

function trace(commands: readonly Command[], context: Context2D, x: number, y: number): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        context.moveTo(x + command[1], y + command[2])
        break
      case 'L':
        context.lineTo(x + command[1], y + command[2])
        break
      case 'C':
        context.bezierCurveTo(
          x + command[1],
          y + command[2],
          x + command[3],
          y + command[4],
          x + command[5],
          y + command[6],
        )
        break
      case 'Z':
        context.closePath()
    }
  }
}
