import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../model/evidence/EvidenceIndex.ts'
import { LIST_NAMES } from '../model/kindNames.ts'
import { overlaps } from '../model/layout/MapLayout.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { type Lists, mapWith } from '../testing/mapWith.ts'
import { plainWidths } from '../testing/plainWidths.ts'
import { type DrawOptions, drawMap } from './drawMap.ts'
import type { Group, GroupKind, Primitive } from './scene.ts'
import { TOKENS } from './theme.ts'

function draw(map: MapDocument, options?: DrawOptions) {
  return drawMap(map, buildEvidence(map, '2026-02-01'), plainWidths, options)
}

function groups(items: readonly Primitive[]): Group[] {
  return items.flatMap(item => (item.type === 'group' ? [item, ...groups(item.items)] : []))
}

function words(items: readonly Primitive[]): string[] {
  return items.flatMap(item => (item.type === 'group' ? words(item.items) : item.type === 'text' ? [item.text] : []))
}

/** Tokens of everything drawn. */
function colors(items: readonly Primitive[]): string[] {
  return items.flatMap(item => {
    if (item.type === 'group') return colors(item.items)
    if (item.type === 'text') return [item.color]
    return item.type === 'picture' ? [] : [item.fill, item.stroke].filter(color => color !== undefined)
  })
}

const raw = JSON.parse(readFileSync(new URL('../sample/bicycle-repair.json', import.meta.url), 'utf8'))
const lists = Object.fromEntries(LIST_NAMES.map(name => [name, raw[name] ?? []])) as Lists
const sample: MapDocument = { ...mapWith(lists), map: { ...mapWith({}).map, ...raw.map, id: 'map' } }

describe('the drawing of a map', () => {
  it('holds every stage, lane, touchpoint, note and link exactly once', () => {
    const drawn = groups(draw(sample).items)
    const ids = (kind: GroupKind) => drawn.filter(group => group.kind === kind).map(group => group.id)
    const expected = (records: readonly { id: string }[]) => records.map(record => record.id).sort()
    expect(ids('stage').sort()).toEqual(expected(sample.stages))
    expect(ids('lane').sort()).toEqual(expected(sample.lanes))
    expect(ids('touchpoint').sort()).toEqual(expected(sample.touchpoints))
    expect(ids('note').sort()).toEqual(expected(sample.notes))
    expect(ids('link').sort()).toEqual(expected(sample.links))
    expect(ids('linkLabel').sort()).toEqual(expected(sample.links.filter(({ label }) => label !== '')))
    expect(ids('content')).toEqual(sample.lanes.filter(({ kind }) => kind === 'feelings').map(({ id }) => id))
  })

  it('lays arrows under cards and their words above, and frames around groups of notes under both', () => {
    const [heading, member] = sample.notes
    if (!heading || !member) throw new Error('the sample has notes')
    const notes = sample.notes.map(note => (note === member ? { ...note, under: heading.id } : note))
    const kinds = draw({ ...sample, notes }).items.map(item => (item.type === 'group' ? item.kind : item.type))
    expect(kinds.filter(kind => kind === 'noteGroup')).toHaveLength(1)
    const order = ['grid', 'content', 'noteGroup', 'link', 'note', 'touchpoint', 'linkLabel']
    expect(kinds.filter(kind => order.includes(kind)).filter((kind, at, all) => kind !== all[at - 1])).toEqual(order)
  })

  it('is the same every time', () => {
    expect(draw(structuredClone(sample), { frame: { asOf: '2026-02-01' } })).toEqual(
      draw(sample, { frame: { asOf: '2026-02-01' } }),
    )
  })

  it('covers everything that it shows', () => {
    const scene = draw(sample, { frame: { asOf: '2026-02-01' } })
    for (const item of scene.items) {
      if (item.type !== 'group') continue
      expect(item.x).toBeGreaterThanOrEqual(scene.x)
      expect(item.y).toBeGreaterThanOrEqual(scene.y)
      expect(item.x + item.width).toBeLessThanOrEqual(scene.x + scene.width)
      expect(item.y + item.height).toBeLessThanOrEqual(scene.y + scene.height)
    }
  })

  it('puts every card where the layout has its place, and none over another', () => {
    const { items, layout } = draw(sample)
    const cards = groups(items).filter(group => group.kind === 'touchpoint')
    for (const { id, x, y, width, height } of cards) {
      expect(layout.touchpoints.get(id)).toEqual({ x, y, width, height })
      expect(cards.filter(other => other.id !== id && overlaps(other, layout.touchpoints.get(id) ?? other))).toEqual([])
    }
  })

  it('draws the lines of a service blueprint dashed below their lanes, each with its name', () => {
    const { items, layout } = draw(sample)
    const [grid] = groups(items).filter(({ kind }) => kind === 'grid')
    const dashed = grid?.items.flatMap(item => (item.type === 'path' && item.dash ? [item] : [])) ?? []
    const lined = sample.lanes.filter(({ lineBelow }) => lineBelow !== null)
    expect(lined.length).toBeGreaterThan(1)
    const below = lined.map(({ id }) => layout.rows.find(({ lane }) => lane === id))
    expect(dashed.map(({ commands: [first] }) => (grid?.y ?? 0) + (first?.[2] ?? 0) - 0.5)).toEqual(
      below.map(row => (row?.y ?? 0) + (row?.height ?? 0)),
    )
    expect(words(grid?.items ?? [])).toEqual(['Line of interaction', 'Line of visibility'])
  })

  it('leads every arrow by its head to the edge of a card', () => {
    const { items, layout } = draw(sample)
    const arrows = groups(items).filter(({ kind }) => kind === 'link')
    expect(arrows).not.toEqual([])
    for (const arrow of arrows) {
      const to = sample.links.find(({ id }) => id === arrow.id)?.to ?? ''
      const rect = layout.touchpoints.get(to) ?? layout.notes.get(to) ?? expect.unreachable()
      const head = arrow.items.find(item => item.type === 'path' && item.fill !== undefined)
      const [, tip] = head?.type === 'path' ? head.commands : []
      const [x, y] = [arrow.x + (tip?.[1] ?? 0), arrow.y + (tip?.[2] ?? 0)]
      const edges = [x - rect.x, x - rect.x - rect.width, y - rect.y, y - rect.y - rect.height]
      expect(Math.min(...edges.map(Math.abs))).toBeLessThan(0.001)
    }
  })

  it('says beside a computed lane what it shows, and what the curves are read against', () => {
    const lanes = sample.lanes.filter(({ kind }) => kind === 'feelings')
    const [header] = groups(draw(sample).items).filter(({ kind, id }) => kind === 'lane' && id === lanes[0]?.id)
    const said = words(header?.items ?? []).join(' ')
    expect(said).toContain('dashed: we assume, solid: customers said')
    expect(said).toMatch(/\+2 0 −2$/)
  })

  it('folds a corner of every note, which is nobody’s claim', () => {
    for (const note of groups(draw(sample).items).filter(({ kind }) => kind === 'note')) {
      const [sheet, fold] = note.items.filter(item => item.type === 'path')
      expect(sheet?.type === 'path' && sheet.commands.filter(([letter]) => letter !== 'Z')).toHaveLength(5)
      expect(fold).toBeDefined()
    }
  })

  it('names its colours, so that one drawing serves light and dark', () => {
    const known: readonly string[] = TOKENS
    expect(colors(draw(sample).items).filter(color => !known.includes(color))).toEqual([])
  })

  it('shows an empty map as an empty picture', () => {
    const { width, height } = draw(mapWith({}))
    expect(width).toBeGreaterThan(400)
    expect(height).toBeGreaterThan(200)
  })

  it('shows cards without a home under “Unsorted”', () => {
    const map = mapWith({ touchpoints: [{ id: 'lost', title: 'Lost card' }] })
    expect(words(draw(map).items)).toEqual(expect.arrayContaining(['Unsorted', 'Lost card']))
  })
})

describe('computed lanes', () => {
  const lanes = (['pains', 'voices', 'opportunities'] as const).map(kind => ({ id: kind, kind, height: 40 }))
  const map = mapWith({
    stages: [{ id: 's', name: 'Wait' }],
    lanes: [{ id: 'l', kind: 'frontstage' }, ...lanes],
    customers: [{ id: 'ada' }, { id: 'ben', consent: 'withdrawn' }],
    touchpoints: [{ id: 't', title: 'Ring', stage: 's', lane: 'l' }],
    painPoints: [
      { id: 'p1', title: 'No bell', severity: 2, touchpoint: 't' },
      { id: 'p2', title: 'No answer', severity: 5, touchpoint: 't' },
    ],
    opportunities: [{ id: 'o', title: 'Ring back', painPoints: ['p1'], effect: 4 }],
    quotes: [
      { id: 'q1', text: 'I rang nine times', customer: 'ada', touchpoint: 't', saidOn: '2026-01-02' },
      { id: 'q2', text: 'Still nothing', customer: 'ada', touchpoint: 't', saidOn: '2026-01-01' },
      { id: 'q3', text: 'Take my words back', customer: 'ben', touchpoint: 't' },
    ],
  })

  it('list pains with the worst first, opportunities with their pain, and voices by customer', () => {
    const said = words(draw(map).items)
    expect(said.indexOf('No answer')).toBeLessThan(said.indexOf('No bell'))
    expect(said).toEqual(expect.arrayContaining(['Ring back', 'effect 4 of 5', 'heard from 1 of 1 customers']))
  })

  it('grow with what they show', () => {
    for (const row of draw(map).layout.rows.slice(1)) expect(row.height).toBeGreaterThan(40)
  })

  it('show nothing of a customer who withdrew, and do not count the words either', () => {
    const said = words(draw(map, { frame: { asOf: '2026-02-01' } }).items).join('\n')
    expect(said).not.toContain('Take my words back')
    expect(said).toContain('2 quotes')
  })
})

describe('a picture that leaves the tool', () => {
  it('says whose journey it is, why customers hire us, what it counts and where that comes from', () => {
    const said = words(draw(sample, { frame: { asOf: '2026-02-01' } }).items).join(' ')
    for (const text of [
      sample.map.title,
      'Whose journey',
      'Scenario',
      'Why customers hire us',
      '80 quotes',
      'Sources',
      'As of 1 Feb 2026',
      'ink: customers spoke',
      'pencil: we assume',
    ]) {
      expect(said).toContain(text)
    }
  })
})
