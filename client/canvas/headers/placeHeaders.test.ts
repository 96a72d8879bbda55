import { afterEach, describe, expect, it, vi } from 'vitest'
import { headerSizes } from '../viewport/headerSizes.ts'
import { namesWithRoom, placeHeaders, type Span } from './placeHeaders.ts'

const spans = (...sizes: number[]) => {
  let start = 0
  return sizes.map(size => {
    const span = { start, size }
    start += size
    return span
  })
}

describe('the names of stages from afar', () => {
  it('are all shown while each column has room for a line', () => {
    expect(namesWithRoom(spans(280, 280, 280), 280)).toEqual([true, true, true])
  })

  it('are left out where they would lie on the one before, and no more of them than that', () => {
    expect(namesWithRoom(spans(280, 280, 280, 280, 280), 300)).toEqual([true, false, true, false, true])
    expect(namesWithRoom(spans(280, 900, 280, 280), 600)).toEqual([true, false, true, false])
  })
})

/** An element, as far as headers are placed by it; counts what is written to it. */
class Paper {
  readonly children: Paper[] = []
  readonly dataset: Record<string, string> = {}
  readonly written = new Map<string, string>()
  writes = 0
  readonly style = {
    setProperty: (property: string, value: string) => {
      this.written.set(property, value)
      this.writes += 1
    },
  }

  get firstElementChild(): Paper | undefined {
    return this.children[0]
  }

  toggleAttribute(): void {}
}

describe('a hundred stages', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** Shows the stages at a zoom and a place. Returns what each of them has been written. */
  function board(count: number) {
    vi.stubGlobal('HTMLElement', Paper)
    const [strip, track] = [new Paper(), new Paper()]
    const headers = Array.from({ length: count }, () => new Paper())
    strip.children.push(track)
    track.children.push(...headers)
    const stages: Span[] = spans(...Array.from({ length: count }, () => 280))
    const show = (zoom: number, x = 200, isZooming = false) => {
      const before = headers.map(({ writes }) => writes)
      const shown = { transform: [x, 300, zoom] as const, width: 1_400, height: 800 }
      const holders = { strip: strip as unknown as HTMLElement, panel: null, corner: null }
      placeHeaders(holders, headerSizes(1_400, 1), { stages, lanes: [] }, shown, isZooming)
      return headers.map(({ writes }, at) => writes - (before[at] ?? 0))
    }
    return { headers, show }
  }

  it('stand upright in the middle of their columns from afar, and lie along them near by', () => {
    const { headers, show } = board(100)
    show(0.04)
    expect(headers[2]?.dataset).toEqual({ small: '2' })
    expect(headers[2]?.written.get('transform')).toBe(`translateX(${2.5 * 280 * 0.04}px)`)
    expect(headers[2]?.written.get('width') ?? '').toBe('')
    show(1)
    expect(headers[2]?.dataset).toEqual({ small: '0' })
    expect(headers[2]?.written.get('transform')).toBe('translateX(560px)')
    expect(headers[2]?.written.get('width')).toBe('280px')
    expect(headers[2]?.written.get('height')).toBe('')
  })

  it('cost a zoom from afar one place for each name that is seen, and are all in place when it rests', () => {
    const { headers, show } = board(100)
    show(0.04)
    const writes = show(0.0401, 200, true)
    expect(new Set(writes)).toEqual(new Set([0, 1]))
    expect(headers.filter((_, at) => writes[at] === 1).every(({ dataset }) => dataset.small === '2')).toBe(true)
    expect(writes.filter(Boolean).length).toBeGreaterThan(20)
    show(0.0401)
    const places = headers.map(({ written }) => Number(written.get('transform')?.match(/[\d.]+/)?.[0]))
    const middles = headers.map((_, at) => (at + 0.5) * 280 * 0.0401)
    for (const [at, place] of places.entries()) expect(place).toBeCloseTo(middles[at] ?? 0)
  })

  it('come into view while one pans, also without a name', () => {
    const { headers, show } = board(200)
    show(0.04)
    const isAway = (at: number) => headers[at]?.written.get('transform') === 'translate(-20000px, -20000px)'
    expect([isAway(151), isAway(51)]).toEqual([true, false])
    show(0.04, -1_000)
    expect([isAway(151), isAway(51)]).toEqual([false, true])
  })
})
