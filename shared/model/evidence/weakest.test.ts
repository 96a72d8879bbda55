import { describe, expect, it } from 'vitest'
import { type Lists, mapWith } from '../../testing/mapWith.ts'
import type { MapInfo } from '../kinds.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { gaps } from './gaps.ts'
import { planAsMarkdown, researchPlan } from './researchPlan.ts'
import { weakestClaims } from './weakest.ts'

const TODAY = '2026-06-01'
const WHO = ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus']

/** Evidence from a line such as `+ada -ben`, each in a quote of that customer's own. */
function backed(claim: string, line: string, saidOn = '2026-01-01') {
  const words = line.split(' ').filter(Boolean)
  const of = words.map(word => ({ who: word.slice(1), stance: word[0] === '+' ? 'supports' : 'contradicts' }) as const)
  return {
    quotes: of.map(({ who }) => ({ id: `${claim}-${who}`, customer: who, saidOn })),
    evidence: of.map(({ who, stance }) => ({ id: `e-${claim}-${who}`, claim, quote: `${claim}-${who}`, stance })),
  }
}

function claims({ info, ...lists }: Lists & { info?: Partial<MapInfo> }, ...said: ReturnType<typeof backed>[]) {
  const records = mapWith({
    customers: WHO.map(id => ({ id })),
    ...lists,
    quotes: [...said.flatMap(({ quotes }) => quotes), ...(lists.quotes ?? [])],
    evidence: said.flatMap(({ evidence }) => evidence),
  })
  const map = { ...records, map: { ...records.map, ...info } }
  const evidence = buildEvidence(map, TODAY)
  return { map, evidence, weak: weakestClaims(map, evidence) }
}

const assumption = (id: string, about = 'journey') => ({ id, about, text: `Claim ${id}` })
const notQuestions = (weak: { id: string }[]) => weak.map(({ id }) => id).filter(id => !/^q\d$/.test(id))

describe('the weakest claims', () => {
  it('come by what they lack: nobody, one voice, disagreement, old voices, too few', () => {
    const assumptions = ['few', 'old', 'split', 'one', 'none', 'sure'].map((id, at) => assumption(id, `t${at}`))
    const { weak } = claims(
      { touchpoints: assumptions.map((_, at) => ({ id: `t${at}` })), assumptions },
      backed('few', '+ada +ben'),
      backed('old', '+ada +ben +cleo +dan +eve', '2020-01-01'),
      backed('split', '+ada +ben +cleo -dan -eve'),
      backed('one', '+ada'),
      backed('sure', '+ada +ben +cleo +dan +eve'),
    )
    const own = weak.filter(({ kind }) => kind === 'assumptions')
    expect(own.map(({ id, why, missing }) => [id, why, missing])).toEqual([
      ['none', 'nobody', 5],
      ['one', 'single', 4],
      ['split', 'disagree', 2],
      ['old', 'old', 0],
      ['few', 'few', 3],
    ])
  })

  it('leave out what was overturned or replaced, and what has no words', () => {
    const { weak } = claims(
      {
        touchpoints: [{ id: 't' }],
        assumptions: [assumption('wrong', 't'), { ...assumption('next', 't'), replaces: 'wrong' }, assumption('out')],
        painPoints: [{ id: 'p', title: '' }],
        info: { whyHired: '' },
      },
      backed('out', '-ada -ben -cleo -dan -eve'),
    )
    expect(notQuestions(weak)).toEqual(['next', 'p'])
  })

  it('put what matters most first among equals: why we matter, why we are hired, moments of truth, severe pains', () => {
    const { weak } = claims({
      info: { whyHired: 'They want it done by Friday.' },
      touchpoints: [{ id: 't' }, { id: 'truth', momentOfTruth: true }],
      assumptions: [assumption('plain', 't'), assumption('decides', 'truth')],
      painPoints: [
        { id: 'mild', title: 'Slow', touchpoint: 't', severity: 2 },
        { id: 'severe', title: 'Lost', touchpoint: 't', severity: 5 },
      ],
    })
    expect(weak.map(({ id }) => id)).toEqual([
      ...['q9', 'whyHired', 'decides', 'severe'],
      ...['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'],
      ...['plain', 'mild'],
    ])
  })

  it('take a question for answered by whoever spoke to it, yes or no', () => {
    const { weak } = claims({}, backed('q9', '+ada -ben +cleo -dan -eve'))
    expect(weak.map(({ id }) => id)).not.toContain('q9')
  })
})

describe('the research plan', () => {
  const lists: Lists = {
    personas: [
      { id: 'parents', name: 'Parents' },
      { id: 'students', name: 'Students' },
    ],
    touchpoints: [{ id: 't', title: 'Call the desk' }],
    assumptions: [assumption('a', 't')],
    painPoints: [{ id: 'p', title: 'Nobody answers', touchpoint: 't' }],
    customers: WHO.map(id => ({ id, persona: 'parents' })),
    quotes: [{ id: 'on', customer: 'ada', touchpoint: 't' }],
  }

  it('asks once for all that one touchpoint’s claims need, first of those nobody was heard of, and never leads', () => {
    const { map, evidence, weak } = claims(lists, backed('a', '+ada +ben'))
    const own = weak.filter(({ touchpoint }) => touchpoint === 't')
    const [only, ...rest] = researchPlan(map, evidence, own)
    expect(rest).toEqual([])
    expect(only?.ask).toContain('Call the desk')
    expect(only?.ask).not.toContain('Nobody answers')
    expect(only).toMatchObject({ people: 5, personas: ['students'] })
    expect(only?.claims.map(({ id }) => id)).toEqual(['p', 'a'])
  })

  it('is a checklist in Markdown, one line for each question whatever is in the titles', () => {
    const broken = { ...lists, painPoints: [{ id: 'p', title: 'Nobody\n# answers', touchpoint: 't' }] }
    const { map, evidence, weak } = claims({ ...broken, info: { title: 'Repair' } })
    const own = weak.filter(({ touchpoint }) => touchpoint === 't')
    expect(planAsMarkdown(map, researchPlan(map, evidence, own))).toBe(
      [
        '# What to ask next: Repair',
        '',
        '- [ ] Tell us about the last time: Call the desk. What happened, and how was it for you?',
        '  - ask 5 customers, first of all Students',
        '  - listen for: Claim a',
        '  - listen for: Nobody # answers',
        '',
      ].join('\n'),
    )
  })
})

describe('where the team was most wrong', () => {
  const felt = (touchpoint: string, who: string[], feeling: number) =>
    who.map(customer => ({ id: `${touchpoint}-${customer}`, customer, touchpoint, feeling }))

  it('comes by the width of the gap, on enough voices before on few, and not where the guess was right', () => {
    const { map, evidence } = claims({
      touchpoints: ['right', 'few', 'wide', 'narrow', 'unguessed'].map(id => ({ id })),
      assumptions: [
        ...['right', 'few', 'wide', 'narrow'].map(about => ({ id: `a-${about}`, about, text: 'x', feeling: 1 })),
      ],
      quotes: [
        ...felt('right', WHO.slice(0, 5), 1),
        ...felt('few', WHO.slice(0, 2), -2),
        ...felt('wide', WHO.slice(0, 5), -2),
        ...felt('narrow', WHO.slice(0, 5), 2),
        ...felt('unguessed', WHO.slice(0, 5), -2),
      ],
    })
    expect(gaps(map, evidence).map(({ touchpoint, gap, solid }) => [touchpoint, gap, solid])).toEqual([
      ['wide', -3, true],
      ['narrow', 1, true],
      ['few', -3, false],
    ])
  })
})
