/**
 * How far a name is moved inside its header so that it can be seen while any of its stage or lane is in view. All in
 * pixels: where the header starts on the canvas, how long it is, from where on the canvas can be seen, and how much of
 * its end the name needs.
 */
export function stickOffset(start: number, length: number, edge: number, room: number): number {
  return Math.max(0, Math.min(edge - start, length - room))
}
