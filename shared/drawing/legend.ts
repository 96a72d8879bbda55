import type { Flag } from '../model/evidence/promises.ts'
import { DASHED, DOT_OPACITY, DOTTED, GAP_OPACITY, SOLID, unhappyTriangle as unhappy } from './feelings.ts'
import { FLAG, promiseMark, severityMark, severityWidth, starMark } from './marks.ts'
import { ring } from './ring.ts'
import type { Group, Ink, Primitive } from './scene.ts'
import { circle, polyline } from './shapes.ts'
import { lineHeight, type Measure } from './text.ts'
import { type Token, TYPE } from './theme.ts'
import { label } from './words.ts'

type Entry = { readonly sample: readonly Primitive[]; readonly width: number; readonly words: string }

const ROW = 36
const GAP = 32
const WORDS_GAP = 10

export type LegendOptions = {
  readonly voicesNeeded: number
  /** Whether the map shows curves. */
  readonly feelings: boolean
  /** Whether anything is promised on it. */
  readonly promises?: boolean
}

/** Says what pencil, ink and ring mean, at 0, 0, in as many rows as the width asks for. */
export function drawLegend(options: LegendOptions, width: number, measure: Measure): Group {
  const items: Primitive[] = [label('How to read this map', TYPE.smallStrong, 'second', 0, 0, measure)]
  let x = 0
  let y = 22
  for (const { sample, width: wide, words } of entries(options, measure)) {
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
function entries({ voicesNeeded: needed, feelings, promises = false }: LegendOptions, measure: Measure): Entry[] {
  const middle = ROW / 2
  const card = { x: 0.75, y: middle - 9, width: 30.5, height: 18, radius: 5, strokeWidth: 1.5 }
  const line = (ink: Ink & { cap?: 'round' }): Primitive[] => {
    const commands = polyline([
      [1, middle],
      [31, middle],
    ])
    return [{ type: 'path', commands, ...ink }]
  }
  const area = (fill: Token): Primitive[] => [{ type: 'box', ...card, fill, opacity: GAP_OPACITY }]
  const sample = ring({ needed, supports: Math.min(3, needed), contradicts: 1 }, measure)
  const few = needed === 1 ? [] : [{ sample: line(DOTTED), width: 32, words: `heard from fewer than ${needed}` }]
  const dot = (x: number, radius: number): Primitive => {
    return { type: 'path', commands: circle(x, middle, radius), fill: 'feeling-1', opacity: DOT_OPACITY }
  }
  const dots = [dot(6, 2.25), dot(15, 3.25), dot(27, 5)]
  const curves: Entry[] = [
    { sample: line(DASHED), width: 32, words: 'feeling we assumed' },
    { sample: line(SOLID), width: 32, words: 'feeling we heard' },
    ...few,
    { sample: area('feeling-1'), width: 32, words: 'worse than we assumed' },
    { sample: area('feeling1'), width: 32, words: 'better than we assumed' },
    { sample: dots, width: 32, words: 'what each customer felt' },
    { sample: [unhappy(16, middle - 9)], width: 32, words: `${needed} or more are unhappy` },
  ]
  const flag = (name: Flag, words: string): Entry => {
    return { sample: promiseMark(name, 2, middle - FLAG / 2), width: 16, words }
  }
  const flags = [flag('due', 'promise due'), flag('overdue', 'overdue'), flag('broken', 'broken')]
  return [
    { sample: [{ type: 'box', ...card, fill: 'surface', stroke: 'ink' }], width: 32, words: 'ink: customers spoke' },
    { sample: [{ type: 'box', ...card, stroke: 'pencil', dash: [5, 4] }], width: 32, words: 'pencil: we assume' },
    {
      sample: [{ ...sample, y: (ROW - sample.height) / 2 }],
      width: sample.width,
      words: `customers who support a claim, ${needed} needed; inner arc: against it`,
    },
    {
      sample: severityMark(4, 0, middle - 6, measure),
      width: severityWidth(measure),
      words: 'pain point, severity 1 to 5',
    },
    { sample: [starMark(8, middle)], width: 16, words: 'moment of truth' },
    ...(promises ? flags : []),
    ...(feelings ? curves : []),
  ]
}
