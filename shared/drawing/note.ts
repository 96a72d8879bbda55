import { KINDS, type Note } from '../model/kinds.ts'
import { CARD_WIDTH } from '../model/layout/MapLayout.ts'
import type { Group, Primitive } from './scene.ts'
import { polyline } from './shapes.ts'
import type { Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { paragraph } from './words.ts'

const PADDING = 12
const FOLD = 12
const PICTURE_HEIGHT = 150
const LINES = 12

/** A sticky note at 0, 0: a sheet with a folded corner, since it is nobody's claim. */
export function drawNote(note: Note, measure: Measure, width = CARD_WIDTH): Group {
  const items: Primitive[] = []
  let y = PADDING
  if (note.image !== null) {
    const inner = width - 2 * PADDING
    items.push({
      type: 'picture',
      hash: note.image,
      alt: note.alt || 'Picture',
      x: PADDING,
      y,
      width: inner,
      height: PICTURE_HEIGHT,
      radius: 4,
    })
    y += PICTURE_HEIGHT + (note.text.trim() === '' ? 0 : 8)
  }
  const empty = note.text.trim() === '' && note.image === null
  const words = paragraph(
    empty ? KINDS.notes.title(note) : note.text,
    TYPE.text,
    empty ? 'second' : 'ink',
    PADDING,
    y,
    width - 2 * PADDING - (note.image === null ? 4 : 0),
    LINES,
    measure,
  )
  items.push(...words.items)
  const height = Math.ceil((y + words.height + PADDING) / 4) * 4
  return {
    type: 'group',
    kind: 'note',
    id: note.id,
    x: 0,
    y: 0,
    width,
    height,
    items: [...sheet(width, height), ...items],
  }
}

function sheet(width: number, height: number): Primitive[] {
  const [w, h, f] = [width - 0.5, height - 0.5, FOLD]
  const outline = [
    [0.5, 0.5],
    [w - f, 0.5],
    [w, 0.5 + f],
    [w, h],
    [0.5, h],
  ] as const
  const fold = [
    [w - f, 0.5],
    [w - f, 0.5 + f],
    [w, 0.5 + f],
  ] as const
  return [
    { type: 'path', commands: polyline(outline, true), fill: 'surface', stroke: 'edge' },
    { type: 'path', commands: polyline(fold), stroke: 'edge' },
  ]
}
