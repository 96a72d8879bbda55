import { select } from 'd3-selection'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { interrupt } from './transition.ts'

type Move = {
  duration(milliseconds: number): Move
  ease(eased: (share: number) => number): Move
  on(types: string, listener: () => void): Move
  tween(name: string, tween: () => (share: number) => void): Move
}

/** A move of 200 ms as d3-zoom asks for one; `told` is what was heard of it. */
function move(element: Element, told: (string | number)[], name = '') {
  const begun = select(element) as unknown as { transition(): Move }
  return begun
    .transition()
    .duration(200)
    .ease(share => share * share)
    .on('start.zoom', () => told.push(`${name}start`))
    .on('interrupt.zoom end.zoom', () => told.push(`${name}over`))
    .on('end', () => told.push(`${name}end`))
    .tween('zoom', () => share => told.push(share))
}

describe('moving the viewport', () => {
  const element = {} as Element
  let told: (string | number)[] = []
  let now = 0
  let frames = new Map<number, () => void>()
  beforeEach(() => {
    told = []
    now = 0
    frames = new Map()
    let handles = 0
    vi.stubGlobal('performance', { now: () => now })
    vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
      handles += 1
      frames.set(handles, work)
      return handles
    })
    vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.delete(handle))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    expect(frames.size).toBe(0)
  })
  /** Lets that many frames pass, ten milliseconds each. */
  const pass = (count: number) => {
    for (let frame = 0; frame < count; frame += 1) {
      now += 10
      const due = [...frames.values()]
      frames.clear()
      for (const work of due) work()
    }
  }

  it('comes exactly where it is meant to, by the curve that was asked for, and then says so once', () => {
    move(element, told)
    expect(told).toEqual([])
    pass(100)
    const shares = told.filter(one => typeof one === 'number')
    expect(told.filter(one => typeof one === 'string')).toEqual(['start', 'over', 'end'])
    expect(told.indexOf('over')).toBe(told.length - 2)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares).toHaveLength(20)
    expect(shares[0]).toBeCloseTo((10 / 200) ** 2)
  })

  it('stays where a hand takes hold of it', () => {
    move(element, told)
    pass(10)
    interrupt(element)
    expect(told.at(-1)).toBe('over')
    const held = told.length
    pass(100)
    expect(told).toHaveLength(held)
    expect(told).not.toContain('end')
  })

  it('goes to the newer place when two are asked for', () => {
    move(element, told, 'first ')
    pass(5)
    move(element, told, 'second ')
    pass(100)
    expect(told.filter(one => typeof one === 'string')).toEqual([
      'first start',
      'first over',
      'second start',
      'second over',
      'second end',
    ])
  })

  it('says nothing of a move that was taken back before it began', () => {
    move(element, told)
    interrupt(element)
    pass(100)
    expect(told).toEqual([])
  })

  it('stops at once when its own step is what interrupts it', () => {
    const begun = move(element, told)
    begun.tween('stop', () => () => interrupt(element))
    pass(100)
    expect(told).not.toContain('end')
    expect(told.filter(one => one === 'over')).toHaveLength(1)
  })
})
