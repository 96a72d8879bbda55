import type { Card } from './cell.ts'
import type { Size } from './MapLayout.ts'

/** A card that can tell whether it would still give the sizes that it gave when its cell was laid out. */
export type SizedCard = Card & { hasItsSize(): boolean }

/** Remembers which sizes a card gives, so that a cell need not be laid out again for other words of the same size. */
export function sizedCard(card: Card): SizedCard {
  /** Nearly always one: that of the width of a cell. */
  const given: { readonly asked: number; readonly size: Size }[] = []
  return {
    ...card,
    size(asked) {
      const { width, height } = card.size(asked)
      const size = { width, height }
      if (!given.some(one => one.asked === asked)) given.push({ asked, size })
      return size
    },
    hasItsSize: () =>
      given.every(({ asked, size }) => {
        const { width, height } = card.size(asked)
        return width === size.width && height === size.height
      }),
  }
}
