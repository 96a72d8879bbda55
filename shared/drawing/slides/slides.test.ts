import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { readPlain } from '../../formats/json/read.ts'
import { buildEvidence } from '../../model/evidence/EvidenceIndex.ts'
import { KINDS } from '../../model/kinds.ts'
import { draftStoryline } from '../../model/storyline/draft.ts'
import { slideOf } from '../../model/storyline/slide.ts'
import sampleMap from '../../sample/bicycle-repair.json' with { type: 'json' }
import { contrast } from '../../testing/contrast.ts'
import { mapWith } from '../../testing/mapWith.ts'
import { drawMap } from '../drawMap.ts'
import { canvasMeasure } from '../paint.ts'
import type { Primitive } from '../scene.ts'
import { HALO } from '../scene.ts'
import { remembering } from '../text.ts'
import type { Token } from '../theme.ts'
import { cameraBetween, cameraOn, focusOf } from './camera.ts'
import { type DrawnSlide, drawSlide } from './drawSlide.ts'
import { stageFor } from './stage.ts'
import { SLIDE_THEMES } from './themes.ts'

const TODAY = '2026-06-01'
const measure = remembering(canvasMeasure(createCanvas(1, 1).getContext('2d')))
const LONG =
  'The bill was higher than what they had said on the phone and nobody had rung to ask whether that was fine. '
const lists = mapWith({
  personas: [{ id: 'p', name: 'People who ride to work every day, whatever the weather' }],
  stages: [
    { id: 's', name: 'Pay' },
    { id: 'r', name: 'Ride' },
  ],
  lanes: [{ id: 'l', name: 'Where we meet', kind: 'frontstage' }],
  touchpoints: Array.from({ length: 8 }, (_, index) => ({
    ...{ id: `t${index}`, title: `Go through the bill number ${index}`, channel: 'paper' },
    ...{ stage: index % 2 ? 's' : 'r', lane: 'l' },
  })),
  customers: Array.from({ length: 9 }, (_, index) => ({ id: `c${index}`, alias: `Customer ${index}`, persona: 'p' })),
  quotes: Array.from({ length: 9 }, (_, index) => ({
    ...{ id: `q${index}`, text: LONG.repeat(1 + index * 4), customer: `c${index}`, touchpoint: `t${index % 4}` },
    ...{ feeling: index % 2 ? -2 : 1, saidOn: '2026-03-02' },
  })),
  assumptions: [{ id: 'a', about: 't0', text: LONG, feeling: 2 }],
  painPoints: [{ id: 'pain', title: LONG, touchpoint: 't0', severity: 5 }],
  evidence: Array.from({ length: 9 }, (_, index) => ({
    ...{ id: `e${index}`, claim: index % 3 ? 'pain' : 'whyHired', quote: `q${index}` },
    stance: index % 4 ? ('supports' as const) : ('contradicts' as const),
  })),
})
const title = 'A journey with a name that is rather long for a wall'
const map = { ...lists, map: { ...lists.map, title, whyHired: LONG, scenario: LONG } }
const evidence = buildEvidence(map, TODAY)
let number = 0
const slides = [
  ...draftStoryline(map, evidence, () => `scene${++number}`),
  KINDS.scenes.make({ id: 'sentence', kind: 'number', heading: LONG }),
  KINDS.scenes.make({ id: 'gone', kind: 'claim', heading: LONG, claim: 'nothing' }),
  KINDS.scenes.make({ id: 'curve', kind: 'comparison', heading: LONG }),
  ...(['claim', 'comparison', 'view', 'number'] as const).map(kind =>
    KINDS.scenes.make({
      ...{ id: `few ${kind}`, kind, heading: 'Of some', claim: 'pain', number: 'customers' },
      ...{ personas: ['p'], from: '2020-01-01', to: '2027-01-01' },
    }),
  ),
].map(scene => slideOf(scene, map, evidence))

const WALLS = [
  { name: 'wall', width: 1920, height: 1080 },
  { name: 'desk', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
]
const SIZES = { S: 0.875, M: 1, L: 1.25, XL: 1.6 }
const read = readPlain(sampleMap)
if (!read.ok) throw new Error('The sample can be read')
const sample = read.map
const sampleSlides = sample.scenes.map(scene => slideOf(scene, sample, buildEvidence(sample, TODAY)))
const shown = [...slides, ...sampleSlides]

const cases = WALLS.flatMap(window =>
  Object.entries(SIZES).flatMap(([size, text]) =>
    shown.map(slide => ({
      on: window.name,
      size,
      what: `${slide.kind} “${slide.heading.slice(0, 20)}”`,
      window,
      text,
      slide,
    })),
  ),
)

type Drawn = { left: number; right: number; top: number; bottom: number; size: number; text: string; color: Token }

/** Every line of text of a drawing, where it stands on the page. */
function linesOf(items: readonly Primitive[], x = 0, y = 0): Drawn[] {
  return items.flatMap((item): Drawn[] => {
    if (item.type === 'group') return linesOf(item.items, x + item.x, y + item.y)
    if (item.type !== 'text') return []
    const left =
      item.anchor === 'left' ? item.x : item.anchor === 'right' ? item.x - item.width : item.x - item.width / 2
    const { size } = item.font
    const [top, bottom] = [y + item.y - size * 0.75, y + item.y + size * 0.25]
    return [{ left: x + left, right: x + left + item.width, top, bottom, size, text: item.text, color: item.color }]
  })
}

function draw(window: { width: number; height: number }, text: number, slide: (typeof slides)[number]): DrawnSlide {
  return drawSlide(slide, stageFor(window, text, measure))
}

describe('a slide in a room', () => {
  it.each(cases)('is whole on a $on at $size: $what', ({ window, text, slide }) => {
    const drawn = draw(window, text, slide)
    for (const line of linesOf(drawn.items)) {
      expect(line, 'stands on the page').toMatchObject({ text: expect.any(String) })
      expect(Math.min(line.left, line.top), line.text).toBeGreaterThanOrEqual(0)
      expect(line.right, line.text).toBeLessThanOrEqual(drawn.width + HALO)
      expect(line.bottom, line.text).toBeLessThanOrEqual(drawn.height)
    }
  })

  it.each(cases.filter(({ on }) => on === 'wall'))(
    'has no text under 24 px at $size: $what',
    ({ window, text, slide }) => {
      const sizes = linesOf(draw(window, text, slide).items).map(({ size }) => size)
      expect(Math.min(24, ...sizes)).toBeGreaterThanOrEqual(24)
    },
  )

  it('lays out again for larger text instead of scaling, and never loses what is claimed', () => {
    const [claim] = slides.filter(slide => slide.kind === 'claim' && slide.statement !== '')
    if (!claim) throw new Error('There is a claim')
    const at = (text: number) => linesOf(draw({ width: 1920, height: 1080 }, text, claim).items)
    expect(at(1.6).length).not.toBe(at(1).length)
    expect(Math.max(...at(1.6).map(({ size }) => size))).toBeGreaterThan(Math.max(...at(0.875).map(({ size }) => size)))
  })

  it('says how many more words there are than it has room for', () => {
    const slide = slides.find(one => one.kind === 'claim' && one.words.length > 3)
    if (slide?.kind !== 'claim') throw new Error('There is a claim with many words')
    const lines = linesOf(draw({ width: 1920, height: 1080 }, 1.25, slide).items)
    const who = lines.filter(({ text }) => /^(Against: )?Customer \d/.test(text)).length
    expect(lines.map(({ text }) => text)).toContain(`and ${slide.words.length - who} more`)
  })
})

describe('the colours of a room', () => {
  const colors = [
    ...new Set(
      shown.flatMap(slide => linesOf(draw({ width: 1920, height: 1080 }, 1, slide).items).map(({ color }) => color)),
    ),
  ]
  it.each(Object.entries(SLIDE_THEMES))('reach 7:1 for every text, and 3:1 for curves and marks: %s', (_, theme) => {
    expect(colors).toContain('second')
    for (const color of colors) expect(contrast(theme[color], theme.paper), color).toBeGreaterThanOrEqual(7)
    for (const color of ['second', 'ink', 'pencil'] as const) {
      expect(contrast(theme[color], theme.surface), color).toBeGreaterThanOrEqual(7)
    }
    for (const mark of ['feeling-2', 'feeling-1', 'feeling0', 'feeling1', 'feeling2', 'edge'] as const) {
      expect(contrast(theme[mark], theme.paper), mark).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the way to a part of the map', () => {
  const scene = drawMap(map, evidence, measure)
  const view = (fields: object) => {
    const slide = slideOf(KINDS.scenes.make({ id: 'v', kind: 'view', ...fields }), map, evidence)
    if (slide.kind !== 'view') throw new Error('It is a view')
    return focusOf(slide, scene.layout, scene)
  }

  it('goes to all, to one stage, and to what was chosen', () => {
    expect(view({})).toMatchObject({ x: scene.x, width: scene.width })
    const column = scene.layout.columns[1]
    const stage = view({ stage: column?.stage })
    expect(stage.x).toBeLessThan(column?.x ?? 0)
    expect(stage.width).toBeLessThan(scene.width / 1.5)
    const card = scene.layout.touchpoints.get('t3')
    expect(view({ shows: ['t3'] })).toMatchObject({ x: (card?.x ?? 0) - 24, width: (card?.width ?? 0) + 48 })
  })

  it('shows the rest where a record is gone, and all where every one is', () => {
    expect(view({ shows: ['gone', 't3'] })).toEqual(view({ shows: ['t3'] }))
    expect(view({ shows: ['gone'] })).toEqual(view({}))
    expect(view({ stage: 'gone' })).toEqual(view({}))
  })

  it('starts where it was and ends where it goes, and keeps the middle in sight between', () => {
    const place = { x: 0, y: 100, width: 1920, height: 900 }
    const from = cameraOn(view({}), place)
    const to = cameraOn(view({ shows: ['t3'] }), place)
    expect(cameraBetween(from, to, 0, place).scale).toBeCloseTo(from.scale)
    expect(cameraBetween(from, to, 0, place).x).toBeCloseTo(from.x)
    expect(cameraBetween(from, to, 1, place)).toEqual(to)
    const half = cameraBetween(from, to, 0.5, place)
    expect(half.scale).toBeGreaterThan(Math.min(from.scale, to.scale))
    expect(half.scale).toBeLessThan(Math.max(from.scale, to.scale))
  })
})
