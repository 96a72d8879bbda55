import { KINDS, type Note } from '../model/kinds.ts'
import { CARD_WIDTH, type Rect } from '../model/layout/MapLayout.ts'
import { atTextSize } from './enlarged.ts'
import type { Group, Primitive } from './scene.ts'
import { polyline } from './shapes.ts'
import type { Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { linesIn, paragraph } from './words.ts'

const PADDING = 12
const FOLD = 12
const PICTURE_HEIGHT = 150
const LINES = 12

/**
 * A sticky note at 0, 0: a sheet with a folded corner, since it is nobody's claim. The heading of a group is words
 * without a sheet. `text` is the size of its text, 1 being the usual one; a picture stays as it is.
 */
export function drawNote(note: Note, measure: Measure, isHeading = false, text = 1): Group {
  return atTextSize(CARD_WIDTH, text, (width, onGrid) =>
    isHeading && note.image === null
      ? drawHeading(note, measure, width, onGrid)
      : drawSheet(note, measure, width, onGrid, PICTURE_HEIGHT / text),
  )
}

function drawSheet(
  note: Note,
  measure: Measure,
  width: number,
  onGrid: (height: number) => number,
  pictureHeight: number,
): Group {
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
      height: pictureHeight,
      radius: 4,
    })
    y += pictureHeight + (note.text.trim() === '' ? 0 : 8)
  }
  const empty = note.text.trim() === '' && note.image === null
  const words = paragraph(
    empty ? KINDS.notes.title(note) : note.text,
    TYPE.text,
    empty ? 'second' : 'ink',
    PADDING,
    y,
    width - 2 * PADDING - (note.image === null ? 4 : 0),
    linesIn(width, CARD_WIDTH, LINES),
    measure,
  )
  items.push(...words.items)
  const height = onGrid(y + words.height + PADDING)
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

function drawHeading(note: Note, measure: Measure, width: number, onGrid: (height: number) => number): Group {
  const isEmpty = note.text.trim() === ''
  const title = isEmpty ? 'Group' : note.text
  const color = isEmpty ? 'second' : 'ink'
  const lines = linesIn(width, CARD_WIDTH, LINES)
  const words = paragraph(title, TYPE.cardTitle, color, 2, 2, width - 4, lines, measure)
  const height = onGrid(words.height + 4)
  return { type: 'group', kind: 'note', id: note.id, x: 0, y: 0, width, height, items: words.items }
}

/** The frame behind a heading and the notes that stand under it; in absolute map units. */
export function drawNoteGroup(id: string, { x, y, width, height }: Rect): Group {
  const box = { type: 'box', x: 0.5, y: 0.5, width: width - 1, height: height - 1, radius: 8 } as const
  const items: Primitive[] = [{ ...box, fill: 'paper', stroke: 'edge' }]
  return { type: 'group', kind: 'noteGroup', id, x, y, width, height, items }
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
