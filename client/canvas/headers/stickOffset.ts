/** Pixels that a name needs of the end of its stage or lane. */
const ROOM = 72

/**
 * How far a name is moved inside its header so that it can be seen while any of its stage or lane is in view. All in
 * pixels: where the header starts on the canvas, how long it is, and from where on the canvas can be seen.
 */
export function stickOffset(start: number, length: number, edge: number): number {
  return Math.max(0, Math.min(edge - start, length - ROOM))
}
