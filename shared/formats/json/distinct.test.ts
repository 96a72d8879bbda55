import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctIds } from '../../model/distinctIds.ts'
import { mapWith } from '../../testing/mapWith.ts'
import { readJson } from './read.ts'
import { writeJson } from './write.ts'

/** As an editor that is none of ours can leave a map: one id for several claims, and a claim called as a question. */
const hostile = mapWith({
  quotes: [{ id: 'same', text: 'Words' }],
  excerpts: [{ id: 'same', quote: 'same', start: 0, end: 2 }],
  painPoints: [
    { id: 'same', title: 'Pain' },
    { id: 'q4', title: 'Called as a question' },
  ],
  opportunities: [
    { id: 'same', title: 'Better', painPoints: ['same', 'q4'] },
    { id: 'same-2', title: 'Honest' },
  ],
  votes: [{ id: 'v', opportunity: 'same', by: 'ada' }],
  evidence: [
    { id: 'e1', claim: 'same', quote: 'same' },
    { id: 'e2', claim: 'q4', quote: 'same' },
  ],
})

describe('a map on which records share an id', () => {
  it('is written so that it can be opened, and everything still names what it named', () => {
    const read = readJson(writeJson(hostile))
    if (!read.ok) throw new Error(read.refusal.message)
    const { painPoints, opportunities, votes, evidence, excerpts } = read.map
    expect(painPoints).toMatchObject([{ id: 'same' }, { id: 'q4-2' }])
    expect(opportunities).toMatchObject([
      { id: 'same-3', title: 'Better', painPoints: ['same', 'q4-2'] },
      { id: 'same-2' },
    ])
    expect(votes).toMatchObject([{ opportunity: 'same-3' }])
    // Evidence means the pain point, which comes first, and the question rather than what is called so.
    expect(evidence).toMatchObject([
      { claim: 'same', quote: 'same' },
      { claim: 'q4', quote: 'same' },
    ])
    expect(excerpts).toMatchObject([{ id: 'same-2', quote: 'same' }])
    expect(writeJson(read.map)).toBe(writeJson(hostile))
  })

  it('keeps what goes along with a record', () => {
    const original = (kind: string, id: string) => (kind === 'excerpts' && id === 'same' ? { note: 'mine' } : undefined)
    expect(JSON.parse(writeJson(hostile, original)).excerpts[0]).toMatchObject({ id: 'same-2', note: 'mine' })
  })

  it('is the very same where no two do', () => {
    const sound = mapWith({ painPoints: [{ id: 'a' }], opportunities: [{ id: 'b' }], quotes: [{ id: 'a' }] })
    expect(distinctIds(sound)).toBe(sound)
  })

  it('can be opened whatever the ids are', () => {
    const id = fc.constantFrom('a', 'a-2', 'a-3', 'q1', 'whyHired', 'journey', '__proto__', 'x'.repeat(200))
    const records = fc.uniqueArray(fc.record({ id }), { selector: one => one.id })
    const lists = { stages: records, lanes: records, touchpoints: records, assumptions: records, painPoints: records }
    fc.assert(
      fc.property(fc.record({ ...lists, opportunities: records, quotes: records, excerpts: records }), all => {
        const text = writeJson(mapWith(all))
        const read = readJson(text)
        expect(read.ok && writeJson(read.map)).toBe(text)
      }),
    )
  })
})
