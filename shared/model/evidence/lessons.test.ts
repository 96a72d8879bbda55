import { describe, expect, it } from 'vitest'
import { mapWith } from '../../testing/mapWith.ts'
import { buildEvidence } from './EvidenceIndex.ts'
import { lessonsAsMarkdown, lessonsOf } from './lessons.ts'

const step = (on: string | null) => ({ status: 'mended' as const, on, words: '' })

const map = mapWith({
  stages: [
    { id: 's1', name: 'Ring up' },
    { id: 's2', name: 'Wait\nlonger' },
  ],
  touchpoints: [
    { id: 't1', title: 'Hotline', stage: 's1' },
    { id: 't2', title: 'Van', stage: 's2' },
    { id: 't3', title: 'Lost', stage: '' },
  ],
  teams: [{ id: 'te', name: 'Front desk' }],
  customers: [{ id: 'c1' }, { id: 'c2', consent: 'withdrawn' }],
  quotes: [
    { id: 'q1', customer: 'c1' },
    { id: 'q2', customer: 'c2' },
  ],
  painPoints: [
    {
      id: 'old',
      title: 'Nobody answers',
      touchpoint: 't1',
      lesson: ' Call back\nwithin an hour. ',
      team: 'te',
      history: [step('2026-01-02'), step('2025-01-01')],
    },
    { id: 'new', title: 'The van is late', touchpoint: 't2', lesson: 'Promise less.', history: [step('2026-05-01')] },
    { id: 'undated', title: 'Paper', touchpoint: 't3', lesson: 'Ask first.' },
    { id: 'blank', title: 'Cold', touchpoint: 't1', lesson: ' \n', status: 'moved-on' },
    { id: 'open', title: 'Loud', touchpoint: 't1' },
  ],
  evidence: [
    { id: 'e1', claim: 'old', quote: 'q1' },
    { id: 'e2', claim: 'old', quote: 'q2' },
  ],
})

describe('what was learned across a map', () => {
  const { lessons, unlearned } = lessonsOf(map, buildEvidence(map, '2026-06-15'))

  it('lists the newest first, with its place, its team and who said that it hurt', () => {
    expect(
      lessons.map(({ pain, words, stage, team, on, tally }) => [pain.id, words, stage, team, on, tally.supports]),
    ).toEqual([
      ['new', 'Promise less.', 's2', null, '2026-05-01', 0],
      ['old', 'Call back\nwithin an hour.', 's1', 'te', '2026-01-02', 1],
      ['undated', 'Ask first.', null, null, null, 0],
    ])
  })

  it('names what moved on and taught nothing', () => {
    expect(unlearned.map(({ id }) => id)).toEqual(['blank'])
  })

  it('can be copied as Markdown, by stage, each lesson in one line', () => {
    expect(lessonsAsMarkdown({ ...map, map: { ...map.map, title: 'Repairs' } }, lessons)).toBe(
      [
        '# What we learned: Repairs',
        '',
        '## Ring up',
        '',
        '- Call back within an hour.',
        '  - from: Nobody answers (Hotline, Front desk, 2026-01-02, 1 customer said so)',
        '',
        '## Wait longer',
        '',
        '- Promise less.',
        '  - from: The van is late (Van, 2026-05-01, no customer said so)',
        '',
        '## On no stage',
        '',
        '- Ask first.',
        '  - from: Paper (Lost, no customer said so)',
        '',
      ].join('\n'),
    )
  })
})
