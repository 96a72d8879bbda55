import { describe, expect, it } from 'vitest'
import { set } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { applyFirst, encodeDoc } from '#shared/doc/encode.ts'
import { newDoc } from '#shared/doc/roots.ts'
import { seed } from '#shared/doc/seed.ts'
import { NO_FILTER } from '#shared/model/evidence/filter.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { mirrorMap } from './MapMirror.ts'
import { createViewStore } from './viewState.ts'

const BY = { person: 'ada', now: 0 }

function mirrored() {
  const doc = seed(
    mapWith({
      touchpoints: [{ id: 't1', title: 'Call' }, { id: 't2' }],
      customers: [{ id: 'ada' }, { id: 'ben' }],
      quotes: [
        { id: '1', customer: 'ada', touchpoint: 't1', channel: 'Phone' },
        { id: '2', customer: 'ben', touchpoint: 't1', channel: 'Shop' },
      ],
    }),
    BY,
  )
  const view = createViewStore()
  const mirror = mirrorMap(doc, view)
  return { doc, view, state: () => mirror.store.getState(), stop: mirror.stop }
}

describe('the mirrored map', () => {
  it('keeps every record and list that an edit did not touch the same object', async () => {
    const { doc, state } = mirrored()
    const before = state()
    edit(doc, [set('touchpoints', 't1', { channel: 'Phone' })], BY)
    await null
    const after = state()
    expect(after.map.touchpoints[0]).toMatchObject({ id: 't1', channel: 'Phone' })
    expect(after.map.touchpoints[1]).toBe(before.map.touchpoints[1])
    expect(after.map.quotes).toBe(before.map.quotes)
    expect(after.evidence.quotesOn('t1')).not.toBe(undefined)
  })

  it('counts by this person’s filter at once, and goes on doing so when the map changes', async () => {
    const { doc, view, state } = mirrored()
    expect(state().evidence.heard('t1')).toBe(2)
    view.setState({ filter: { ...NO_FILTER, channels: ['Phone'] } })
    expect([state().evidence.heard('t1'), state().map.quotes.length]).toEqual([1, 2])
    edit(doc, [set('quotes', '1', { touchpoint: 't2' })], BY)
    await null
    expect([state().evidence.heard('t1'), state().evidence.heard('t2')]).toEqual([0, 1])
    view.setState({ filter: NO_FILTER })
    expect(state().evidence.heard('t1')).toBe(1)
  })

  it('shows a map that arrives at once as one that was there, told once', async () => {
    const there = mirrored()
    const doc = newDoc()
    const mirror = mirrorMap(doc)
    let told = 0
    mirror.store.subscribe(() => told++)
    applyFirst(doc, encodeDoc(there.doc), 'server')
    await null
    expect(told).toBe(1)
    expect(mirror.store.getState().map).toEqual(there.state().map)
    edit(doc, [set('touchpoints', 't2', { title: 'Ask' })], BY)
    await null
    expect(mirror.store.getState().map.touchpoints.map(({ title }) => title)).toEqual(['Call', 'Ask'])
  })

  it('is left as it was once nobody looks at it any more', async () => {
    const { doc, view, state, stop } = mirrored()
    stop()
    const before = state()
    edit(doc, [set('quotes', '1', { touchpoint: 't2' })], BY)
    view.setState({ filter: { ...NO_FILTER, channels: ['Phone'] } })
    await null
    expect(state()).toBe(before)
  })
})
