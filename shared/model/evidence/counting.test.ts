import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import type { MapDocument } from '../MapDocument.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import type { Status } from './tally.ts'

const TODAY = '2026-06-01'

/**
 * A map from what people said of one claim and where: `ada+ ada+ ben-` are three quotes of two people on one touchpoint,
 * for (+) and against (-) the claim, or about it (=). `staff:sam+` is staff, `?+` of nobody known, `recalled:ada+` from memory.
 */
function mapOf(line: string, needed = 5): MapDocument {
  const said = line
    .split(' ')
    .filter(Boolean)
    .map((word, at) => {
      const [, how = '', who = '', sign = '='] = /^(?:(\w+):)?([\w?]+)([+=-])(?:[0-9.-]*)$/.exec(word) ?? []
      return { id: `q${at}`, how, who, sign, feeling: Number(/[+=-]([0-9.-]+)$/.exec(word)?.[1] ?? Number.NaN) }
    })
  const people = new Map(said.filter(({ who }) => who !== '?').map(({ who, how }) => [who, how]))
  return {
    ...mapWith({
      touchpoints: [{ id: 't' }],
      customers: [...people].map(([id, how]) => ({
        id,
        side: how === 'staff' ? ('staff' as const) : ('customer' as const),
      })),
      painPoints: [{ id: 'p', touchpoint: 't' }],
      quotes: said.map(({ id, who, how, feeling }) => ({
        id,
        text: id,
        touchpoint: 't',
        customer: who === '?' ? null : who,
        how: how === 'recalled' ? ('recalled' as const) : ('written' as const),
        feeling: Number.isNaN(feeling) ? null : feeling,
      })),
      evidence: said
        .filter(({ sign }) => sign !== '=')
        .map(({ id, sign }) => ({
          id: `e-${id}`,
          claim: 'p',
          quote: id,
          stance: sign === '+' ? ('supports' as const) : ('contradicts' as const),
        })),
    }),
    map: { ...mapWith({}).map, voicesNeeded: needed },
  }
}

/** As merging does: all quotes of the others become those of the one that stays. */
function merged(map: MapDocument, keep: string, ...others: string[]): MapDocument {
  const gone = new Set(others)
  return {
    ...map,
    customers: map.customers.filter(({ id }) => !gone.has(id)),
    quotes: map.quotes.map(quote => (gone.has(quote.customer ?? '') ? { ...quote, customer: keep } : quote)),
  }
}

function withdrawn(map: MapDocument, ...who: string[]): MapDocument {
  const customers = map.customers.map(one => (who.includes(one.id) ? { ...one, consent: 'withdrawn' as const } : one))
  return { ...map, customers }
}

function countsOf(map: MapDocument) {
  const index = buildEvidence(map, TODAY)
  const { supports, contradicts, mixed, status } = index.tally('p')
  return { for: supports, against: contradicts, mixed, spoke: index.heard('t'), onMap: index.customersOnMap, status }
}

const same = (map: MapDocument) => map

describe('how many customers stand behind a claim', () => {
  it.each<[string, string, (map: MapDocument) => MapDocument, [number, number, number, number, number, Status]]>([
    // what, who said it, what then happens, [for, against, mixed, spoke, on the map, status]
    ['nobody', '', same, [0, 0, 0, 0, 0, 'assumption']],
    ['one, however much they talk', 'ada+ ada+ ada+', same, [1, 0, 0, 1, 1, 'single']],
    ['two', 'ada+ ben+', same, [2, 0, 0, 2, 2, 'heard']],
    ['silence is no disagreement', 'ada+ ben= cem= dan=', same, [1, 0, 0, 4, 4, 'single']],
    ['five', 'ada+ ben+ cem+ dan+ eva+', same, [5, 0, 0, 5, 5, 'corroborated']],
    ['both sides: on neither', 'ada+ ada- ben+', same, [1, 0, 1, 2, 2, 'single']],
    ['a fifth of those who took a side, two at least', 'ada+ ben+ cem+ dan- eva-', same, [3, 2, 0, 5, 5, 'contested']],
    ['one against is not enough for that', 'ada+ ben+ cem+ dan+ eva-', same, [4, 1, 0, 5, 5, 'heard']],
    [
      'staff, memory and nobody known fill no ring',
      'staff:sam+ recalled:ada+ ?+ ?+',
      same,
      [0, 0, 0, 0, 1, 'assumption'],
    ],
    ['two who are one person', 'ada+ ada2+ ben+', map => merged(map, 'ada', 'ada2'), [2, 0, 0, 2, 2, 'heard']],
    ['five who are four', 'ada+ ada2+ ben+ cem+ dan+', map => merged(map, 'ada', 'ada2'), [4, 0, 0, 4, 4, 'heard']],
    ['two on both sides who are one', 'ada+ ada2- ben+', map => merged(map, 'ada', 'ada2'), [1, 0, 1, 2, 2, 'single']],
    ['three who are one', 'ada+ a2+ a3= ben+', map => merged(map, 'ada', 'a2', 'a3'), [2, 0, 0, 2, 2, 'heard']],
    ['one of five withdrew', 'ada+ ben+ cem+ dan+ eva+', map => withdrawn(map, 'eva'), [4, 0, 0, 4, 4, 'heard']],
    ['the dissent withdrew', 'ada+ ben+ cem- dan-', map => withdrawn(map, 'cem', 'dan'), [2, 0, 0, 2, 2, 'heard']],
    [
      'a merged person withdrew',
      'ada+ a2+ ben+',
      map => withdrawn(merged(map, 'ada', 'a2'), 'ada'),
      [1, 0, 0, 1, 1, 'single'],
    ],
    ['all withdrew', 'ada+ ben-', map => withdrawn(map, 'ada', 'ben'), [0, 0, 0, 0, 0, 'assumption']],
  ])('%s', (_, line, then, [supports, against, mixed, spoke, onMap, status]) => {
    expect(countsOf(then(mapOf(line)))).toEqual({ for: supports, against, mixed, spoke, onMap, status })
  })

  it.each<[number, string, Status]>([
    // voices the map needs, who said it, status
    [1, 'ada+', 'corroborated'],
    [2, 'ada+', 'single'],
    [2, 'ada+ ben+', 'corroborated'],
    [3, 'ada+ ben+', 'heard'],
    [10, 'ada+ ben+ cem+ dan+ eva+', 'heard'],
  ])('follows the map’s own threshold: with %i needed, %s is %s', (needed, line, status) => {
    expect(countsOf(mapOf(line, needed)).status).toBe(status)
  })

  it('is what counting by hand gives, and merging, repeating and withdrawing only ever lower it', () => {
    const word = fc.tuple(
      fc.constantFrom('', '', '', 'staff:', 'recalled:'),
      fc.constantFrom('ada', 'ben', 'cem', 'dan', 'eva', 'fay'),
      fc.constantFrom('+', '-', '='),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.nat(19), (words, at) => {
        // Staff and customers are different people, whatever their names.
        const line = words.map(([how, who, sign]) => (how === 'staff:' ? `${how}s${who}${sign}` : how + who + sign))
        const map = mapOf(line.join(' '))
        const counts = countsOf(map)
        const voices = words.filter(([how]) => how === '')
        const people = (sign: string) => new Set(voices.filter(([, , own]) => own === sign).map(([, who]) => who))
        const [plus, minus] = [people('+'), people('-')]
        expect(counts.for).toBe([...plus].filter(who => !minus.has(who)).length)
        expect(counts.against).toBe([...minus].filter(who => !plus.has(who)).length)
        expect(counts.mixed).toBe([...plus].filter(who => minus.has(who)).length)
        expect(counts.spoke).toBe(new Set(voices.map(([, who]) => who)).size)
        const again = line[at]
        if (again) expect(countsOf(mapOf([...line, again].join(' ')))).toEqual(counts)
        const one = merged(map, 'ada', 'ben')
        if (map.customers.some(({ id }) => id === 'ada')) expect(countsOf(one).for).toBeLessThanOrEqual(counts.for)
        const took = (found: typeof counts) => found.for + found.against + found.mixed
        expect(took(countsOf(withdrawn(map, 'ada')))).toBe(took(counts) - Number(plus.has('ada') || minus.has('ada')))
      }),
    )
  })
})

describe('what customers felt at a touchpoint', () => {
  it.each<[string, string, (map: MapDocument) => MapDocument, number | null, number]>([
    // what, who felt what, what then happens, median, voices
    ['nobody', '', same, null, 0],
    ['one', 'ada=-2', same, -2, 1],
    ['one who changed their mind: the middle of theirs', 'ada=-2 ada=0 ada=2', same, 0, 1],
    ['the middle of three people', 'ada=-2 ben=1 cem=2', same, 1, 3],
    ['between two', 'ada=-2 ben=1', same, -0.5, 2],
    ['one talkative unhappy person is one', 'ada=-2 ada=-2 ada=-2 ben=1 cem=2', same, 1, 3],
    ['those without a feeling are no voices', 'ada=-2 ben=', same, -2, 1],
    ['staff and memory feel nothing here', 'staff:sam=2 recalled:ada=2 ben=-1', same, -1, 1],
    ['two who are one person', 'ada=-2 a2=2 ben=1', map => merged(map, 'ada', 'a2'), 0.5, 2],
    ['one withdrew', 'ada=-2 ben=1 cem=2', map => withdrawn(map, 'ada'), 1.5, 2],
  ])('%s', (_, line, then, median, voices) => {
    const heard = buildEvidence(then(mapOf(line)), TODAY).heardFeeling('t')
    expect([heard?.median ?? null, heard?.customers ?? 0]).toEqual([median, voices])
  })
})
