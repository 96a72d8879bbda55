import type { Picture, Primitive } from './scene.ts'
import { directionOf } from './text.ts'
import { TYPE } from './theme.ts'

/** What stands in the place of a picture that is not at hand: its description on grey. */
export function placeholder({ x, y, width, height, radius = 0, alt }: Picture): Primitive[] {
  return [
    { type: 'box', x, y, width, height, radius, fill: 'line' },
    {
      type: 'text',
      x: x + width / 2,
      y: y + height / 2 + 4,
      text: alt,
      font: TYPE.small,
      color: 'ink',
      dir: directionOf(alt),
      anchor: 'center',
      width,
    },
  ]
}
