import type { Group } from '#shared/drawing/scene.ts'
import { overlaps } from '#shared/model/layout/MapLayout.ts'
import type { Point } from '../gestures/drop.ts'
import type { SheetView } from './MapSheets.ts'

/** A card in the hand, where it is held; absolute map units. */
export type HeldCard = { readonly group: Group; readonly at: Point }

type Picture = { readonly scale: number; readonly canvas: HTMLCanvasElement }

/** Map units around a card that are painted too: strokes reach beyond their rectangles. */
const AROUND = 8

/**
 * The pictures of cards in the hand, each painted once and then laid where the hand is: two hundred cards that are
 * dragged have their words set once and not with every step.
 */
export class HeldPictures {
  readonly #paint: (context: CanvasRenderingContext2D, card: Group, scale: number) => void
  #pictures = new Map<Group, Picture>()

  /** `paint` paints a card whose corner is at 0, 0 of the context. */
  constructor(paint: (context: CanvasRenderingContext2D, card: Group, scale: number) => void) {
    this.#paint = paint
  }

  /** Lays the cards that are in view, the first at the bottom, on whole pixels. Lets go of pictures of all others. */
  lay(context: CanvasRenderingContext2D, cards: readonly HeldCard[], { x, y, scale, visible }: SheetView): void {
    const before = this.#pictures
    this.#pictures = new Map()
    for (const { group, at } of cards) {
      if (!overlaps({ ...at, width: group.width, height: group.height }, visible)) continue
      const known = before.get(group)
      const picture = known?.scale === scale ? known : this.#painted(group, scale)
      this.#pictures.set(group, picture)
      const [left, top] = [x + (at.x - AROUND) * scale, y + (at.y - AROUND) * scale]
      context.drawImage(picture.canvas, Math.round(left), Math.round(top))
    }
  }

  /** What was painted looks otherwise now. */
  forget(): void {
    this.#pictures.clear()
  }

  #painted(group: Group, scale: number): Picture {
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil((group.width + 2 * AROUND) * scale)
    canvas.height = Math.ceil((group.height + 2 * AROUND) * scale)
    const context = canvas.getContext('2d')
    if (context) {
      context.setTransform(scale, 0, 0, scale, AROUND * scale, AROUND * scale)
      this.#paint(context, group, scale)
    }
    return { scale, canvas }
  }
}
