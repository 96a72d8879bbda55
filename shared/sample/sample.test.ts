import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ListName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'

type Id = { id: string }
type Sample = {
  format: string
  version: number
  map: { title: string; persona: string; scenario: string; voicesNeeded: number; staleAfterMonths: number }
  personas: Id[]
  teams: Id[]
  customers: (Id & { alias: string; side: string; persona: string | null; key: string })[]
  sources: (Id & { from: string; to: string; asked: number | null })[]
  stages: Id[]
  lanes: (Id & { kind: string; lineBelow: string | null })[]
  touchpoints: (Id & {
    stage: string
    lane: string
    untilStage: string | null
    pinnedQuote: string | null
    momentOfTruth: boolean
  })[]
  links: (Id & { from: string; to: string })[]
  notes: (Id & { stage: string | null; lane: string | null })[]
  assumptions: (Id & { about: string; feeling: number | null; madeOn: string; replaces: string | null })[]
  quotes: (Id & {
    text: string
    customer: string | null
    touchpoint: string | null
    about: string | null
    feeling: number | null
    feelingFrom: string | null
    how: string
    saidOn: string
    score: string
    source: string | null
  })[]
  excerpts: (Id & { quote: string; start: number; end: number; touchpoint: string | null })[]
  painPoints: (Id & {
    touchpoint: string
    severity: number
    status: string
    team: string | null
    history: { status: string; on: string }[]
  })[]
  opportunities: (Id & { touchpoint: string; painPoints: string[] })[]
  evidence: (Id & { claim: string; quote: string; stance: 'supports' | 'contradicts' })[]
  scenes: (Id & { kind: string; heading: string })[]
}

/** Every field of every kind, in the order in which a map document carries them. */
const FIELDS: Record<string, string> = {
  personas: 'id name description color',
  teams: 'id name',
  customers: 'id alias side persona consent facets key',
  sources: 'id name method from to asked collectedBy',
  stages: 'id name width',
  lanes: 'id name kind height lineBelow',
  touchpoints: 'id title stage lane untilStage x y channel momentOfTruth pinnedQuote details',
  links: 'id from to label',
  notes: 'id text image alt stage lane x y author',
  assumptions: 'id about text feeling author madeOn replaces',
  quotes: 'id text customer touchpoint about kind feeling feelingFrom how prompt saidOn channel score source ref row',
  excerpts: 'id quote start end touchpoint kind feeling',
  painPoints: 'id title touchpoint severity status team lesson history',
  opportunities: 'id title touchpoint painPoints effort effect decision details',
  evidence: 'id claim quote stance',
  scenes: 'id kind heading notes',
}

/** The fields of a record without those that are written only where they hold something. */
function alwaysWritten(kind: string, record: object): string[] {
  const { fields } = KINDS[kind as ListName] as { fields: Record<string, { sparse?: true }> }
  return Object.keys(record).filter(name => !fields[name]?.sparse)
}

const WORDS = ['whyHired', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']

const file = readFileSync(new URL('./bicycle-repair.json', import.meta.url), 'utf8')
const json = JSON.parse(file) as unknown
const sample = json as Sample
const ids = (list: Id[]) => new Set(list.map(record => record.id))
const customerSide = ids(sample.customers.filter(customer => customer.side === 'customer'))
const quoteById = new Map(sample.quotes.map(quote => [quote.id, quote]))
const quoteOfExcerpt = new Map(sample.excerpts.map(excerpt => [excerpt.id, excerpt.quote]))
const claims = [...sample.assumptions, ...sample.painPoints, ...sample.opportunities].map(claim => claim.id)

/** How many different known customers stand on either side of a claim; recalled words and staff do not count. */
function voices(claim: string) {
  const supporters = new Set<string>()
  const opponents = new Set<string>()
  for (const record of sample.evidence.filter(evidence => evidence.claim === claim)) {
    const quote = quoteById.get(quoteOfExcerpt.get(record.quote) ?? record.quote)
    if (!quote?.customer || quote.how === 'recalled' || !customerSide.has(quote.customer)) continue
    const side = record.stance === 'supports' ? supporters : opponents
    side.add(quote.customer)
  }
  const mixed = supporters.intersection(opponents).size
  return { supports: supporters.size - mixed, contradicts: opponents.size - mixed, mixed }
}

function isOverturned(claim: string) {
  const { supports, contradicts } = voices(claim)
  return contradicts >= 5 && contradicts >= 2 * supports
}

function isContested(claim: string) {
  const { supports, contradicts } = voices(claim)
  const smaller = Math.min(supports, contradicts)
  return smaller >= 2 && smaller * 5 >= supports + contradicts
}

describe('the sample map', () => {
  it('says of itself that it is invented', () => {
    expect(sample.map.title).toContain('sample')
    expect(sample.map.scenario).toMatch(/^An invented sample/)
  })

  it('is a version-1 document with every field of every record, in order', () => {
    expect([sample.format, sample.version]).toEqual(['verbatim-map', 1])
    expect(Object.keys(sample)).toEqual(['format', 'version', 'map', ...Object.keys(FIELDS)])
    expect(Object.keys(sample.map).join(' ')).toBe(
      'title persona scenario goal whyHired state voicesNeeded staleAfterMonths',
    )
    const lists = json as Record<string, Id[]>
    for (const [kind, fields] of Object.entries(FIELDS)) {
      for (const record of lists[kind] ?? []) expect(alwaysWritten(kind, record).join(' '), record.id).toBe(fields)
    }
    expect(`${JSON.stringify(json, null, 2)}\n`).toBe(file)
  })

  it('has six stages, four lanes and about 25 touchpoints, at most four to a cell', () => {
    expect(sample.stages).toHaveLength(6)
    expect(sample.lanes.map(lane => lane.kind)).toEqual(['steps', 'frontstage', 'backstage', 'feelings'])
    expect(sample.lanes.map(lane => lane.lineBelow)).toContain('visibility')
    expect(sample.touchpoints.length).toBeGreaterThanOrEqual(22)
    expect(sample.touchpoints.length).toBeLessThanOrEqual(28)
    const lanesOfTouchpoints = new Set(sample.lanes.slice(0, 2).map(lane => lane.id))
    const cells = Object.groupBy(sample.touchpoints, touchpoint => `${touchpoint.stage} ${touchpoint.lane}`)
    for (const cell of Object.values(cells)) expect(cell?.length).toBeLessThanOrEqual(4)
    for (const touchpoint of sample.touchpoints) expect(lanesOfTouchpoints).toContain(touchpoint.lane)
  })

  it('has 80 quotes of 14 customers and two members of staff, and some from nobody known', () => {
    expect(sample.quotes).toHaveLength(80)
    expect(customerSide.size).toBe(14)
    const speakers = new Set(sample.quotes.map(quote => quote.customer))
    for (const customer of sample.customers) expect(speakers).toContain(customer.id)
    expect(sample.customers).toHaveLength(16)
    expect(speakers).toContain(null)
    expect(new Set(sample.quotes.map(quote => quote.how))).toEqual(
      new Set(['written', 'recorded', 'noted', 'recalled']),
    )
    for (const customer of sample.customers) {
      expect(customer.alias).toMatch(/^(Customer|Staff) \d+$/)
      expect(customer.key).toBe('')
    }
  })

  it('leaves quotes in the tray, and touchpoints nobody has spoken about', () => {
    const inTray = sample.quotes.filter(quote => quote.touchpoint === null && quote.about === null)
    expect(inTray.length).toBeGreaterThanOrEqual(3)
    const spokenAbout = new Set(sample.quotes.map(quote => quote.touchpoint))
    const silent = sample.touchpoints.filter(touchpoint => !spokenAbout.has(touchpoint.id))
    expect(silent.length).toBeGreaterThanOrEqual(3)
  })

  it('never uses an id twice where one reference could mean either', () => {
    const spaces = [
      [...claims, ...WORDS],
      [...sample.quotes, ...sample.excerpts].map(record => record.id),
      [...sample.touchpoints, ...sample.stages, ...sample.lanes, ...sample.notes].map(r => r.id).concat('journey'),
      ...Object.keys(FIELDS).map(kind => ((json as Record<string, Id[]>)[kind] ?? []).map(record => record.id)),
    ]
    for (const space of spaces) expect(new Set(space).size).toBe(space.length)
  })

  it('has no reference that leads nowhere', () => {
    const [stages, lanes, touchpoints] = [ids(sample.stages), ids(sample.lanes), ids(sample.touchpoints)]
    const [quotes, painPoints, personas] = [ids(sample.quotes), ids(sample.painPoints), ids(sample.personas)]
    const said = quotes.union(ids(sample.excerpts))
    const linkable = touchpoints.union(ids(sample.notes))
    const maybe = (set: Set<string>, id: string | null) => id === null || set.has(id)
    const broken: Id[] = []
    const check = <R extends Id>(list: R[], holds: (record: R) => boolean) =>
      broken.push(...list.filter(record => !holds(record)))

    expect(personas).toContain(sample.map.persona)
    check(sample.customers, c => maybe(personas, c.persona))
    check(sample.touchpoints, t => stages.has(t.stage) && lanes.has(t.lane) && maybe(stages, t.untilStage))
    check(sample.touchpoints, t => maybe(said, t.pinnedQuote))
    check(sample.links, l => linkable.has(l.from) && linkable.has(l.to))
    check(sample.notes, n => maybe(stages, n.stage) && maybe(lanes, n.lane))
    const subjects = touchpoints.union(stages).union(lanes).add('journey')
    check(sample.assumptions, a => subjects.has(a.about) && maybe(ids(sample.assumptions), a.replaces))
    check(sample.quotes, q => maybe(ids(sample.customers), q.customer) && maybe(touchpoints, q.touchpoint))
    check(sample.quotes, q => maybe(ids(sample.sources), q.source) && maybe(new Set([...stages, 'journey']), q.about))
    check(sample.excerpts, x => quotes.has(x.quote) && maybe(touchpoints, x.touchpoint))
    check(sample.painPoints, p => touchpoints.has(p.touchpoint) && maybe(ids(sample.teams), p.team))
    check(sample.opportunities, o => touchpoints.has(o.touchpoint) && o.painPoints.every(id => painPoints.has(id)))
    check(sample.evidence, e => new Set([...claims, ...WORDS]).has(e.claim) && said.has(e.quote))
    expect(broken).toEqual([])
  })

  it('pins to a card only words about that touchpoint', () => {
    const about = new Map([...sample.quotes, ...sample.excerpts].map(record => [record.id, record.touchpoint]))
    const pinned = sample.touchpoints.filter(touchpoint => touchpoint.pinnedQuote !== null)
    expect(pinned.length).toBeGreaterThan(0)
    for (const touchpoint of pinned) expect(about.get(touchpoint.pinnedQuote ?? '')).toBe(touchpoint.id)
  })

  it('cuts excerpts at the borders of words', () => {
    for (const excerpt of sample.excerpts) {
      const text = quoteById.get(excerpt.quote)?.text ?? ''
      expect(excerpt.start, excerpt.id).toBeLessThan(excerpt.end)
      expect(excerpt.end, excerpt.id).toBeLessThanOrEqual(text.length)
      expect(text.slice(excerpt.start, excerpt.end), excerpt.id).toMatch(/^\w.*[\w.]$/)
      expect(`${text} `.slice(excerpt.end), excerpt.id).toMatch(/^\W/)
    }
  })

  it('takes a feeling from a score only as the score says', () => {
    const scored = sample.quotes.filter(quote => quote.feelingFrom === 'score')
    expect(scored.length).toBeGreaterThan(10)
    for (const quote of scored) expect(`${(quote.feeling ?? 9) + 3} of 5`, quote.id).toBe(quote.score)
    for (const quote of sample.quotes) expect(quote.feeling === null, quote.id).toBe(quote.feelingFrom === null)
  })

  it('dates every quote within its source, a few of them years back', () => {
    const sources = new Map(sample.sources.map(source => [source.id, source]))
    for (const quote of sample.quotes) {
      const source = sources.get(quote.source ?? '')
      if (!source) continue
      expect(quote.saidOn >= source.from && quote.saidOn <= source.to, quote.id).toBe(true)
    }
    const old = sample.quotes.filter(quote => quote.saidOn < '2024-10-01')
    expect(old.length).toBeGreaterThanOrEqual(2)
    expect(old.length).toBeLessThanOrEqual(8)
  })

  it('shows pains of every severity and every status, each with its history up to now', () => {
    expect(new Set(sample.painPoints.map(pain => pain.severity))).toEqual(new Set([1, 2, 3, 4, 5]))
    const path = ['open', 'owned', 'apologised', 'mended', 'moved-on']
    expect(new Set(sample.painPoints.map(pain => pain.status))).toEqual(new Set(path))
    for (const pain of sample.painPoints) {
      const steps = pain.history.map(step => step.status)
      expect(steps, pain.id).toEqual(path.slice(0, path.indexOf(pain.status) + 1))
      const days = pain.history.map(step => step.on)
      expect(days, pain.id).toEqual(days.toSorted())
    }
  })

  it('shows guesses that customers overturned, and what the team believes now', () => {
    const overturned = sample.assumptions.filter(assumption => isOverturned(assumption.id))
    expect(overturned.map(assumption => assumption.id)).toEqual(['a-hurry', 'a-call', 'a-cheap'])
    for (const old of overturned) expect(isContested(old.id), old.id).toBe(false)
    const followed = sample.assumptions.filter(assumption => assumption.replaces !== null)
    expect(followed.map(assumption => assumption.replaces)).toEqual(['a-hurry', 'a-call'])
    for (const later of followed) {
      const earlier = overturned.find(assumption => assumption.id === later.replaces)
      expect(earlier?.about).toBe(later.about)
      expect(earlier && earlier.madeOn < later.madeOn).toBe(true)
    }
  })

  it('shows exactly one claim on which customers disagree, with one customer on both sides', () => {
    const contested = [...claims, ...WORDS].filter(isContested)
    expect(contested).toEqual(['a-form'])
    expect(voices('a-form')).toEqual({ supports: 3, contradicts: 3, mixed: 1 })
  })

  it('shows claims at every number of voices: none, one, some, and as many as the map needs', () => {
    const counts = claims.filter(id => !isContested(id) && !isOverturned(id)).map(id => voices(id).supports)
    expect(counts.filter(count => count === 0).length).toBeGreaterThanOrEqual(3)
    expect(counts.filter(count => count === 1).length).toBeGreaterThanOrEqual(3)
    expect(counts.filter(count => count >= 2 && count <= 4).length).toBeGreaterThanOrEqual(3)
    expect(counts.filter(count => count >= sample.map.voicesNeeded).length).toBeGreaterThanOrEqual(2)
    expect(voices('whyHired').supports).toBeGreaterThanOrEqual(sample.map.voicesNeeded)
  })

  it('leaves a claim that only recalled words support as nobody’s word', () => {
    expect(sample.evidence.filter(evidence => evidence.claim === 'a-spring')).toHaveLength(1)
    expect(voices('a-spring')).toEqual({ supports: 0, contradicts: 0, mixed: 0 })
  })

  it('asks whether the shop matters, and hears yes and no', () => {
    expect(voices('q9').supports).toBeGreaterThan(0)
    expect(voices('q9').contradicts).toBeGreaterThan(0)
    for (const question of WORDS.slice(1)) expect(voices(question).supports, question).toBeGreaterThan(0)
  })
})
