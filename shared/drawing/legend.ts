import { severityMark, severityWidth, starMark } from './marks.ts'
import { ring } from './ring.ts'
import type { Group, Primitive } from './scene.ts'
import { polyline } from './shapes.ts'
import { lineHeight, type Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { label } from './words.ts'

type Entry = { readonly sample: readonly Primitive[]; readonly width: number; readonly words: string }

const ROW = 36
const GAP = 32
const WORDS_GAP = 10

/** Says what pencil, ink and ring mean, at 0, 0, in as many rows as the width asks for. */
export function drawLegend(voicesNeeded: number, width: number, measure: Measure): Group {
  const items: Primitive[] = [label('How to read this map', TYPE.smallStrong, 'second', 0, 0, measure)]
  let x = 0
  let y = 22
  for (const { sample, width: wide, words } of entries(voicesNeeded, measure)) {
    const length = wide + WORDS_GAP + measure(words, TYPE.small)
    if (x > 0 && x + length > width) {
      x = 0
      y += ROW
    }
    items.push({ type: 'group', kind: 'legend', id: words, x, y, width: wide, height: ROW, items: sample })
    const top = y + (ROW - lineHeight(TYPE.small)) / 2
    items.push(label(words, TYPE.small, 'ink', x + wide + WORDS_GAP, top, measure))
    x += length + GAP
  }
  return { type: 'group', kind: 'legend', id: 'legend', x: 0, y: 0, width, height: y + ROW, items }
}

/** Samples stand in a row of 36, in the middle of its height. */
function entries(needed: number, measure: Measure): Entry[] {
  const middle = ROW / 2
  const card = { x: 0.75, y: middle - 9, width: 30.5, height: 18, radius: 5, strokeWidth: 1.5 }
  const line = polyline([
    [0, middle],
    [32, middle],
  ])
  const sample = ring({ needed, supports: Math.min(3, needed), contradicts: 1 }, measure)
  return [
    { sample: [{ type: 'box', ...card, fill: 'surface', stroke: 'ink' }], width: 32, words: 'ink: customers spoke' },
    { sample: [{ type: 'box', ...card, stroke: 'pencil', dash: [5, 4] }], width: 32, words: 'pencil: we assume' },
    {
      sample: [{ ...sample, y: (ROW - sample.height) / 2 }],
      width: sample.width,
      words: `customers for a claim, of ${needed} needed; inner arc: against`,
    },
    {
      sample: severityMark(4, 0, middle - 6, measure),
      width: severityWidth(4, measure),
      words: 'pain point, severity 1 to 5',
    },
    { sample: [starMark(8, middle)], width: 16, words: 'moment of truth' },
    {
      sample: [{ type: 'path', commands: line, stroke: 'pencil', strokeWidth: 1.75, dash: [6, 5] }],
      width: 32,
      words: 'feeling we assumed',
    },
    {
      sample: [{ type: 'path', commands: line, stroke: 'ink', strokeWidth: 2.5, cap: 'round' }],
      width: 32,
      words: 'feeling we heard',
    },
  ]
}
