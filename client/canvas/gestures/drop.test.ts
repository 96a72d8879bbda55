import { describe, expect, it } from 'vitest'
import { layout } from '#shared/model/layout/layout.ts'
import type { MapLayout, Rect } from '#shared/model/layout/MapLayout.ts'
import { type Lists, mapWith } from '#shared/testing/mapWith.ts'
import { dropOf, type Held } from './drop.ts'

/** Cards are 240 × 100, so two stack at 20 and 136 from the top of their cell. */
const SIZE = { width: 240, height: 100 }

function placed(lists: Lists): MapLayout {
  const grid: Lists = {
    stages: [{ id: 'find' }, { id: 'buy' }, { id: 'use' }],
    lanes: [
      { id: 'steps', kind: 'steps' },
      { id: 'meet', kind: 'frontstage' },
      { id: 'behind', kind: 'backstage' },
      { id: 'feel', kind: 'feelings' },
    ],
  }
  return layout(mapWith({ ...grid, ...lists }), { touchpoint: () => SIZE, note: () => SIZE })
}

function hold(map: MapLayout, kind: Held['kind'], ids: readonly string[], by = { x: 0, y: 0 }): Held[] {
  return ids.map(id => {
    const rect = map[kind].get(id)
    if (!rect) throw new Error(`${id} lies nowhere`)
    return { id, kind, rect: { ...rect, x: rect.x + by.x, y: rect.y + by.y } }
  })
}

const three = placed({
  touchpoints: [
    { id: 'a', stage: 'find', lane: 'steps' },
    { id: 'b', stage: 'find', lane: 'steps' },
    { id: 'c', stage: 'buy', lane: 'steps' },
  ],
})
const [find, buy, use] = three.columns.map(column => column.x + 100) as [number, number, number]
const meet = three.rows[1]?.y ?? 0

describe('letting go of a card', () => {
  it('puts it into the stack of the cell under the pointer, before the card it is held over', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a']), 'a', { x: buy, y: 30 }, false)
    expect(drop?.touchpoints).toEqual([
      { id: 'a', spot: { stage: 'buy', lane: 'steps', x: null, y: null }, before: 'c' },
    ])
    expect(drop?.line).toMatchObject({ y: 11, height: 2, width: 240 })
  })

  it('puts it at the end of the stack below the last card', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a']), 'a', { x: buy, y: 180 }, false)
    expect(drop?.touchpoints[0]).toMatchObject({ before: null, spot: { stage: 'buy' } })
  })

  it('changes the order inside of a cell', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['b']), 'b', { x: find, y: 30 }, false)
    expect(drop?.touchpoints).toMatchObject([{ id: 'b', before: 'a' }])
  })

  it('writes nothing when the card comes to stand where it stood', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a']), 'a', { x: find, y: 60 }, false)
    expect(drop?.touchpoints).toEqual([])
  })

  it('leaves it exactly where it is held when it is placed by hand', () => {
    const held = hold(three, 'touchpoints', ['a'], { x: 300, y: 40 })
    const drop = dropOf(three, held, 'a', { x: buy, y: 80 }, true)
    expect(drop?.touchpoints).toEqual([{ id: 'a', spot: { stage: 'buy', lane: 'steps', x: 40, y: 60 } }])
    expect(drop?.line).toBeNull()
  })

  it('refuses lanes that hold no touchpoints, and whatever is no cell', () => {
    const held = hold(three, 'touchpoints', ['a'])
    const [, , behind, feel] = three.rows
    for (const y of [(behind?.y ?? 0) + 20, (feel?.y ?? 0) + 20, -30, 1e6]) {
      expect(dropOf(three, held, 'a', { x: find, y }, false)).toBeNull()
      expect(dropOf(three, held, 'a', { x: find, y }, true)).toBeNull()
    }
  })

  it('takes several cards of one cell along in their order', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a', 'b']), 'b', { x: buy, y: 180 }, false)
    expect(drop?.touchpoints.map(move => [move.id, move.spot.stage, move.before])).toEqual([
      ['a', 'buy', null],
      ['b', 'buy', null],
    ])
  })

  it('moves cards of other cells as many stages and lanes further as the one that was grabbed', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a', 'c']), 'a', { x: buy, y: meet + 30 }, false)
    expect(drop?.touchpoints.map(move => [move.id, move.spot.stage, move.spot.lane])).toEqual([
      ['a', 'buy', 'meet'],
      ['c', 'use', 'meet'],
    ])
  })

  it('keeps cards at the last stage that would be moved beyond it', () => {
    const drop = dropOf(three, hold(three, 'touchpoints', ['a', 'c']), 'a', { x: use, y: 30 }, false)
    expect(drop?.touchpoints.map(move => move.spot.stage)).toEqual(['use', 'use'])
  })

  it('sorts a card without a home into the cell where it is let go', () => {
    const lost = placed({ touchpoints: [{ id: 'a', stage: 'gone', lane: 'steps' }] })
    const drop = dropOf(lost, hold(lost, 'touchpoints', ['a']), 'a', { x: buy, y: 30 }, false)
    expect(drop?.touchpoints).toMatchObject([{ id: 'a', spot: { stage: 'buy', lane: 'steps' } }])
  })
})

describe('letting go of a note', () => {
  const noted = placed({ notes: [{ id: 'n', stage: null, lane: null, x: 50, y: 60 }] })
  const behind = noted.rows[2]?.y ?? 0

  it('puts it into the cell of a lane for notes, where it is held', () => {
    const held: Held[] = [{ id: 'n', kind: 'notes', rect: { x: 30, y: behind + 40, ...SIZE } }]
    const drop = dropOf(noted, held, 'n', { x: 60, y: behind + 60 }, false)
    expect(drop?.notes).toEqual([{ id: 'n', spot: { stage: 'find', lane: 'behind', x: 30, y: 40, under: null } }])
  })

  it('leaves it free on the map over other lanes and beside the map', () => {
    for (const at of [
      { x: 70, y: 80 },
      { x: -400, y: -90 },
    ]) {
      const drop = dropOf(noted, [{ id: 'n', kind: 'notes', rect: { ...at, ...SIZE } }], 'n', at, false)
      expect(drop?.notes).toEqual([{ id: 'n', spot: { stage: null, lane: null, ...at, under: null } }])
    }
  })

  it('never writes 0, 0 into a cell, which would mean that nobody chose the place', () => {
    const held: Held[] = [{ id: 'n', kind: 'notes', rect: { x: 0.2, y: behind + 0.2, ...SIZE } }]
    expect(dropOf(noted, held, 'n', { x: 5, y: behind + 5 }, false)?.notes[0]?.spot).toMatchObject({ x: 1, y: 0 })
  })

  describe('over a group', () => {
    const under = (id: string) => ({ id, x: 9, y: 9, under: 'head' })
    const free = (id: string, x: number) => ({ id, x, y: 2000 })
    const grouped = placed({ notes: [free('head', 2000), under('a'), under('b'), free('n', 50)] })
    const at = (id: string): Rect => grouped.notes.get(id) ?? { x: 0, y: 0, ...SIZE }
    const drop = (id: string, rect: Rect) => dropOf(grouped, [{ id, kind: 'notes', rect }], id, rect, false)

    it('lets it join where it is held, and shows the frame', () => {
      const held = { ...at('b'), x: at('b').x + 4 }
      expect(drop('n', held)?.notes).toMatchObject([{ id: 'n', spot: { under: 'head' }, before: 'b' }])
      expect(drop('n', held)?.cell).toEqual(grouped.groups.get('head')?.frame)
      const end = { ...held, y: at('b').y + 60 }
      expect(drop('n', end)?.notes).toMatchObject([{ spot: { under: 'head' }, before: null }])
    })

    it('reorders what is in it, and writes nothing where it stands already', () => {
      expect(drop('b', { ...at('a'), y: at('a').y - 8 })?.notes).toMatchObject([{ id: 'b', before: 'a' }])
      expect(drop('a', at('a'))?.notes).toEqual([])
    })

    it('takes it out elsewhere, and never lets a heading join', () => {
      expect(drop('a', { ...at('n') })?.notes).toMatchObject([{ id: 'a', spot: { under: null } }])
      expect(drop('head', { ...at('b') })?.notes).toMatchObject([{ id: 'head', spot: { under: null } }])
    })
  })
})
