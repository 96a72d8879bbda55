import { describe, expect, it } from 'vitest'
import { plainWidths } from '../testing/plainWidths.ts'
import type { RingCounts } from './ring.ts'
import type { Box, Group, Primitive, TextLine } from './scene.ts'
import { drawTouchpoint, type TouchpointFace } from './touchpoint.ts'

const titleOnly: TouchpointFace = {
  id: 'a',
  title: 'Ring the shop',
  named: true,
  channel: '',
  momentOfTruth: false,
  heard: 0,
  quotes: [],
  claim: null,
  pains: [],
  promise: null,
}
const quote = { text: 'They rang back', pinned: false, recalled: false, side: null }

function draw(face: Partial<TouchpointFace>, width?: number): Group {
  return drawTouchpoint({ ...titleOnly, ...face }, plainWidths, width)
}

function flat(items: readonly Primitive[]): Primitive[] {
  return items.flatMap(item => (item.type === 'group' ? flat(item.items) : [item]))
}

function words({ items }: Group): string[] {
  return linesOf(items).map(line => line.text)
}

function linesOf(items: readonly Primitive[]): TextLine[] {
  return flat(items).filter(item => item.type === 'text')
}

/** The bar beside a quote. */
function bars({ items }: Group): Box[] {
  return items.filter(item => item.type === 'box' && item.width === 2) as Box[]
}

describe('a card', () => {
  it('with nothing but a title is small', () => {
    const card = draw({})
    expect([card.width, card.height]).toEqual([240, 48])
    expect(words(card)).toEqual(['Ring the shop'])
  })

  it('is hollow and dashed until somebody was heard, then filled and solid', () => {
    expect(draw({}).items[0]).toMatchObject({ fill: 'paper', stroke: 'pencil', dash: [5, 4] })
    const heard = draw({ heard: 1 }).items[0]
    expect(heard).toMatchObject({ fill: 'surface', stroke: 'ink' })
    expect(heard).not.toHaveProperty('dash')
  })

  it('shows at most three lines of a long title', () => {
    const card = draw({ title: 'a very long title '.repeat(20) })
    expect(words(card)).toHaveLength(3)
    expect(words(card)[2]).toMatch(/…$/)
  })

  it('is as wide as it is told', () => {
    expect(draw({}, 520).width).toBe(520)
  })

  it('mirrors a right-to-left title and its channel', () => {
    const card = draw({ title: 'إحضار الدراجة', channel: 'shop' })
    expect(linesOf(card.items)[0]).toMatchObject({ dir: 'rtl', anchor: 'right', x: 200 })
  })
})

describe('a quote on a card', () => {
  it('stands in serif between quotation marks, with a bar at its left', () => {
    const card = draw({ heard: 1, quotes: [quote] })
    const line = linesOf(card.items).find(line => line.font.family === 'serif')
    expect(line?.text).toBe('“They rang back”')
    expect(bars(card)).toHaveLength(1)
    expect(bars(card)[0]?.x).toBeLessThan(line?.x ?? 0)
  })

  it('has at most four lines, and says where it was cut', () => {
    const card = draw({ heard: 1, quotes: [{ ...quote, text: 'I waited and waited '.repeat(30) }] })
    const lines = linesOf(card.items).filter(line => line.font.family === 'serif')
    expect(lines).toHaveLength(4)
    expect(lines[3]?.text).toMatch(/ \[…\]”$/)
  })

  it('that a colleague recalled has neither bar nor marks, and says so', () => {
    const card = draw({ quotes: [{ ...quote, recalled: true }] })
    expect(words(card)).toContain('They rang back')
    expect(words(card)).toContain('recalled by a colleague')
    expect(bars(card)).toEqual([])
  })

  it('that a person pinned says so', () => {
    expect(words(draw({ heard: 1, quotes: [{ ...quote, pinned: true }] }))).toContain('pinned')
  })

  it('stands beside one of the other side where customers disagree', () => {
    const quotes = [
      { ...quote, side: 'supports' as const },
      { ...quote, side: 'contradicts' as const, text: 'Nobody rang' },
    ]
    const card = draw({ heard: 9, quotes })
    expect(words(card)).toEqual(expect.arrayContaining(['For', '“They rang back”', 'Against', '“Nobody rang”']))
    expect(bars(card).map(bar => bar.fill)).toEqual(['ink', 'feeling-1'])
  })

  it('in Arabic has its bar at the right', () => {
    const card = draw({ heard: 1, quotes: [{ ...quote, text: 'التجربة ممتازة' }] })
    expect(words(card)).toContain('«التجربة ممتازة»')
    expect(bars(card)[0]?.x).toBe(222)
  })
})

describe('the foot of a card', () => {
  it('says how many customers were heard', () => {
    expect(words(draw({ heard: 63 }))).toContain('heard from 63')
    expect(words(draw({ pains: [2] }))).toContain('not heard yet')
  })

  it('has a ring only beside a claim', () => {
    const claim = { needed: 5, supports: 3, contradicts: 0 }
    const rings = (card: Group) => card.items.filter(item => item.type === 'group' && item.kind === 'ring')
    expect(rings(draw({ heard: 3, claim }))).toHaveLength(1)
    expect(rings(draw({ heard: 3 }))).toEqual([])
  })

  it('draws the icon of a channel once for all cards that have it in the same place', () => {
    const iconOf = (channel: string, width?: number) =>
      draw({ channel }, width).items.find(item => item.type === 'path') ?? expect.unreachable()
    expect(iconOf('Phone')).toBe(iconOf('Phone'))
    expect(iconOf('E-mail')).not.toEqual(iconOf('Phone'))
    expect(iconOf('Something else')).not.toEqual(iconOf('Phone'))
  })

  it('draws a ring once for all cards with the same counts', () => {
    const ringOf = (claim: RingCounts) => {
      const ring = draw({ heard: 3, claim }).items.find(item => item.type === 'group')
      return ring?.items ?? expect.unreachable()
    }
    const claim = { needed: 5, supports: 3, contradicts: 1 }
    expect(ringOf({ ...claim })).toBe(ringOf(claim))
    for (const other of [{ needed: 4 }, { supports: 2 }, { contradicts: 0 }, { stale: true }]) {
      expect(ringOf({ ...claim, ...other })).not.toEqual(ringOf(claim))
    }
  })

  it('flags a promise that is due, overdue or broken, each by a shape of its own, also where nothing else is known', () => {
    const shapes = (['due', 'overdue', 'broken'] as const).map(promise => JSON.stringify(draw({ promise }).items))
    expect(new Set(shapes).size).toBe(3)
    expect(words(draw({ promise: 'due' }))).toContain('not heard yet')
    expect(draw({ promise: 'due' }).height).toBeGreaterThan(draw({}).height)
  })

  it('shows the worst pains that fit and counts the others', () => {
    const claim = { needed: 5, supports: 3, contradicts: 0 }
    const card = draw({ heard: 63, claim, momentOfTruth: true, pains: [5, 5, 4, 3, 2, 1, 1] })
    expect(words(card)).toContain('5')
    const shown = words(card).filter(word => /^[1-5]$/.test(word)).length - 1
    expect(words(card)).toContain(`+${7 - shown}`)
    for (const line of linesOf(card.items)) {
      const left = line.anchor === 'right' ? line.x - line.width : line.x
      expect(left).toBeGreaterThanOrEqual(16)
    }
  })
})
