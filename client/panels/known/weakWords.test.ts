import { describe, expect, it } from 'vitest'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { weakestClaims } from '#shared/model/evidence/weakest.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { missingWords, weaknessWords } from './weakWords.ts'

const people = ['ada', 'ben', 'cleo', 'dan']
const map = mapWith({
  touchpoints: [{ id: 't' }, { id: 'u' }],
  customers: people.map(id => ({ id })),
  quotes: people.map(id => ({ id: `of-${id}`, customer: id, touchpoint: 't', saidOn: '2020-01-01' })),
  assumptions: [
    { id: 'split', about: 't', text: 'They read the letter.' },
    { id: 'denied', about: 'u', text: 'They know our number.' },
  ],
  painPoints: [{ id: 'pain', title: 'Waiting' }],
  evidence: [
    { id: '1', claim: 'split', quote: 'of-ada' },
    { id: '2', claim: 'split', quote: 'of-ben' },
    { id: '3', claim: 'split', quote: 'of-cleo', stance: 'contradicts' },
    { id: '4', claim: 'split', quote: 'of-dan', stance: 'contradicts' },
    { id: '5', claim: 'denied', quote: 'of-ada', stance: 'contradicts' },
    { id: '6', claim: 'pain', quote: 'of-ada' },
    { id: '7', claim: 'q1', quote: 'of-ada' },
    { id: '8', claim: 'q1', quote: 'of-ben' },
  ],
})
const claims = weakestClaims(map, buildEvidence(map, '2020-06-01'))
const told = (id: string) => claims.filter(claim => claim.id === id).map(one => [weaknessWords(one), missingWords(one)])

describe('why a claim is weak', () => {
  it('is said in words, with what is missing', () => {
    expect(told('denied')).toEqual([['No customer said this, 1 said the opposite', '5 more customers needed']])
    expect(told('pain')).toEqual([['One customer alone said this', '4 more customers needed']])
    expect(told('split')).toEqual([['Customers disagree: 2 say this, 2 the opposite', '3 more customers needed']])
  })

  it('is said of a question as of something that is answered', () => {
    expect(told('q2')).toEqual([['No customer has answered this yet', '5 more customers needed']])
    expect(told('q1')).toEqual([['Some answered this, but too few', '3 more customers needed']])
  })
})
