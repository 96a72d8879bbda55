import { describe, expect, it } from 'vitest'
import { mapWith } from '#shared/testing/mapWith.ts'
import { linksOf, linkTargets } from './linksOf.ts'

const map = mapWith({
  stages: [{ id: 's', name: 'Wait' }],
  touchpoints: [
    { id: 'ring', title: 'Ring the shop', stage: 's' },
    { id: 'pay', title: 'Pay' },
    { id: 'book', title: 'Book', stage: 's' },
  ],
  notes: [{ id: 'note', text: 'Ask Idris' }],
  links: [
    { id: 'in', from: 'note', to: 'ring' },
    { id: 'out', from: 'ring', to: 'pay' },
    { id: 'else', from: 'pay', to: 'book' },
    { id: 'nowhere', from: 'ring', to: 'deleted' },
  ],
})

describe('the links of a card', () => {
  it('say where they lead and where they come from, those that leave first', () => {
    expect(linksOf(map, 'ring').map(({ link, leaves, title }) => [link.id, leaves, title])).toEqual([
      ['out', true, 'Pay'],
      ['in', false, 'Ask Idris'],
    ])
  })

  it('can be added to every other card that they do not lead to yet', () => {
    expect(linkTargets(map, 'ring').map(({ id }) => id)).toEqual(['book', 'note'])
    expect(linkTargets(map, 'note').map(({ id, detail }) => [id, detail])).toEqual([
      ['book', 'Wait'],
      ['pay', 'Unsorted'],
    ])
  })
})
