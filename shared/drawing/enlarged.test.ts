import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../model/evidence/EvidenceIndex.ts'
import { KINDS } from '../model/kinds.ts'
import { CARD_WIDTH } from '../model/layout/MapLayout.ts'
import { mapWith } from '../testing/mapWith.ts'
import { plainWidths } from '../testing/plainWidths.ts'
import { drawMap } from './drawMap.ts'
import { enlargedFont } from './enlarged.ts'
import { drawLinkLabel } from './link.ts'
import { drawNote } from './note.ts'
import type { Group, Primitive, TextLine } from './scene.ts'
import { TYPE } from './theme.ts'
import { drawTouchpoint, type TouchpointFace } from './touchpoint.ts'

const SIZES = [0.875, 1, 1.25, 1.6]
const WORDS = 'They rang back at once and told me in plain words what it would cost and how long it takes'

const face: TouchpointFace = {
  ...{ id: 'a', title: 'Ring the shop about the bicycle', named: true, channel: 'Phone', momentOfTruth: true },
  ...{ heard: 12, claim: { needed: 5, supports: 3, contradicts: 1 }, pains: [5, 3, 1], promise: null },
  quotes: [{ text: WORDS, pinned: false, recalled: false, side: null }],
}

type Placed = { readonly item: Exclude<Primitive, Group>; readonly x: number; readonly y: number }

/** Everything in a drawing that is no group, where it lies. */
function flat(items: readonly Primitive[], x = 0, y = 0): Placed[] {
  return items.flatMap(item => {
    if (item.type === 'group') return flat(item.items, x + item.x, y + item.y)
    return [item.type === 'path' ? { item, x, y } : { item, x: x + item.x, y: y + item.y }]
  })
}

function lines({ items }: Group): TextLine[] {
  return flat(items).flatMap(({ item, x, y }) => (item.type === 'text' ? [{ ...item, x, y }] : []))
}

function expectInside(shown: readonly TextLine[], from: number, to: number): void {
  for (const { x, width, anchor, text } of shown) {
    const left = anchor === 'left' ? x : anchor === 'right' ? x - width : x - width / 2
    expect(left, text).toBeGreaterThanOrEqual(from)
    expect(left + width, text).toBeLessThanOrEqual(to)
  }
}

function said(group: Group): string {
  const serif = lines(group).filter(({ font }) => font.family === 'serif')
  return serif.map(({ text }) => text).join(' ')
}

describe('a card in another text size', () => {
  it('keeps its width and wraps again in letters of that size, so that it grows', () => {
    const cards = SIZES.map(text => drawTouchpoint(face, plainWidths, CARD_WIDTH, text))
    for (const [at, card] of cards.entries()) {
      const text = SIZES[at] ?? 1
      expect([card.width, card.height % 4]).toEqual([CARD_WIDTH, 0])
      const quote = lines(card).find(({ font }) => font.family === 'serif')
      expect(quote?.font.size).toBeCloseTo(TYPE.quote.size * text)
      expect(quote?.width).toBeCloseTo(plainWidths(quote?.text ?? '', quote?.font ?? TYPE.quote))
    }
    const heights = cards.map(({ height }) => height)
    expect(heights).toEqual(heights.toSorted((a, b) => a - b))
    expect(new Set(heights).size).toBe(SIZES.length)
  })

  it('lets nothing stand beyond its edges or over each other', () => {
    for (const text of SIZES) {
      const card = drawTouchpoint(face, plainWidths, CARD_WIDTH, text)
      const shown = lines(card)
      expectInside(shown, 0, CARD_WIDTH)
      for (const { y } of shown) expect(y).toBeLessThan(card.height)
      const quotes = [{ text: WORDS, pinned: true, recalled: true, side: null }]
      expectInside(lines(drawTouchpoint({ ...face, quotes }, plainWidths, CARD_WIDTH, text)), 0, CARD_WIDTH)
      const heard = shown.find(line => line.text === 'heard from 12')
      const beside = shown.filter(line => line !== heard && Math.abs(line.y - (heard?.y ?? 0)) < 16)
      for (const { x, anchor, width } of beside) {
        expect(anchor === 'center' ? x - width / 2 : x).toBeGreaterThan((heard?.x ?? 0) + (heard?.width ?? 0))
      }
    }
  })

  it('shows no fewer words of a quote and of a note than in the usual size', () => {
    const count = (text: string) => text.split(/\s+/).length
    const usual = said(drawTouchpoint(face, plainWidths))
    const note = KINDS.notes.make({ id: 'n', text: `${WORDS}. ${WORDS}. ${WORDS}` })
    const noteWords = (text: number) =>
      lines(drawNote(note, plainWidths, false, text))
        .map(line => line.text)
        .join(' ')
    for (const text of SIZES) {
      expect(count(said(drawTouchpoint(face, plainWidths, CARD_WIDTH, text)))).toBeGreaterThanOrEqual(count(usual))
      expect(count(noteWords(text))).toBeGreaterThanOrEqual(count(noteWords(1)))
    }
  })

  it('leaves a picture on a note as high as it was', () => {
    const note = KINDS.notes.make({ id: 'n', image: 'shop', text: 'The counter' })
    for (const text of SIZES) {
      const picture = drawNote(note, plainWidths, false, text).items.find(({ type }) => type === 'picture')
      expect(picture).toMatchObject({ type: 'picture', height: expect.closeTo(150) })
    }
  })
})

describe('a map in another text size', () => {
  const map = mapWith({
    stages: [{ id: 'find', name: 'Find a shop that has time' }, { id: 'buy' }],
    lanes: [
      { id: 'steps', name: 'What they do' },
      { id: 'feel', kind: 'feelings' },
      { id: 'pains', kind: 'pains', height: 40 },
      { id: 'chances', kind: 'opportunities' },
      { id: 'voices', kind: 'voices' },
    ],
    touchpoints: [
      { id: 'a', title: 'Ring the shop about the bicycle', stage: 'find', lane: 'steps' },
      { id: 'b', title: 'Bring it', stage: 'buy', lane: 'steps' },
      { id: 'over', title: 'Ask a neighbour', stage: 'buy', lane: 'steps', x: 20, y: 200 },
      { id: 'below', title: 'Ask somebody who knows about it', stage: 'buy', lane: 'steps', x: 20, y: 250 },
    ],
    customers: [{ id: 'c' }],
    quotes: [{ id: 'q', text: WORDS, customer: 'c', touchpoint: 'b' }],
    opportunities: [{ id: 'o', title: WORDS, touchpoint: 'b', effect: 4, effort: 2 }],
    painPoints: [{ id: 'p', title: WORDS, touchpoint: 'a', severity: 3 }],
    links: [{ id: 'l', from: 'a', to: 'b', label: 'if nobody answers' }],
  })
  const draw = (text: number) => drawMap(map, buildEvidence(map, '2026-02-01'), plainWidths, { text })

  it('has the same columns and higher rows, in which cards and lists are one below the other', () => {
    const [usual, large] = [draw(1), draw(1.6)]
    expect(large.layout.columns).toEqual(usual.layout.columns)
    const heights = (scene: typeof usual) => scene.layout.rows.map(({ height }) => height)
    const [steps, feelings, pains] = heights(large)
    expect(steps).toBeGreaterThan(heights(usual)[0] ?? 0)
    expect(feelings).toBe(1.6 * (heights(usual)[1] ?? 0))
    expect(pains).toBeGreaterThan(heights(usual)[2] ?? 0)
    const rect = (id: string) => large.layout.touchpoints.get(id)
    expect(rect('below')?.y).toBeGreaterThanOrEqual((rect('over')?.y ?? 0) + (rect('over')?.height ?? 0))
  })

  it('keeps what lanes show inside of their stages', () => {
    for (const text of SIZES) {
      const shown = draw(text).items.flatMap(item => (item.type === 'group' && item.kind === 'content' ? [item] : []))
      const all = shown.flatMap(lines).filter(line => !line.text.startsWith('No feelings'))
      expectInside(
        all.filter(({ x }) => x < 280),
        20,
        260,
      )
      expectInside(
        all.filter(({ x }) => x >= 280),
        300,
        540,
      )
    }
  })

  it('says everything in letters of that size', () => {
    const sizes = (text: number) => {
      const all = draw(text).items.flatMap(item => (item.type === 'group' ? lines(item) : []))
      return new Set(all.map(({ font }) => font.size / text))
    }
    const usual = [...sizes(1)].sort()
    for (const text of SIZES) expect([...sizes(text)].sort()).toEqual(usual.map(size => expect.closeTo(size, 2)))
  })

  it('keeps the words of a link between the cards', () => {
    const between = (x: number) => ({ x, y: 100, width: CARD_WIDTH, height: 120 })
    for (const text of SIZES) {
      const words = drawLinkLabel(
        { id: 'l', label: 'if it is going to cost more than they said' },
        between(20),
        between(300),
        plainWidths,
        text,
      )
      expect(words?.x).toBeGreaterThanOrEqual(260)
      expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(300)
    }
  })
})

it('gives the same object for the same font and size', () => {
  expect(enlargedFont(TYPE.quote, 1.6)).toBe(enlargedFont(TYPE.quote, 1.6))
  expect(enlargedFont(TYPE.quote, 1)).toBe(TYPE.quote)
})
