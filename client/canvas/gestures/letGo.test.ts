import { describe, expect, it } from 'vitest'
import { createHand } from './hand.ts'
import { letGoWhen } from './letGo.ts'

/** A hand that holds one card, and a map and a connection that change. */
function holding() {
  const hand = createHand()
  const there = new Set(['card', 'other'])
  let connected = true
  const listeners = { map: () => {}, session: () => {} }
  const stop = letGoWhen(hand, {
    isThere: id => there.has(id),
    onMapChange(listener) {
      listeners.map = listener
      return () => {
        listeners.map = () => {}
      }
    },
    mayGoOn: () => connected,
    onSessionChange(listener) {
      listeners.session = listener
      return () => {
        listeners.session = () => {}
      }
    },
  })
  const said: string[] = []
  const hold = () => hand.hold({ ids: ['card'], cancel: () => said.push('given up') })
  return {
    hand,
    said,
    stop,
    hold,
    remove(id: string) {
      there.delete(id)
      listeners.map()
    },
    connect(now: boolean) {
      connected = now
      listeners.session()
    },
  }
}

describe('what the hand holds', () => {
  it('is given up when a colleague deletes it, and not when something else is deleted', () => {
    const { said, hold, remove } = holding()
    hold()
    remove('other')
    expect(said).toEqual([])
    remove('card')
    expect(said).toEqual(['given up'])
  })

  it('is given up when the connection is lost, and what begins offline goes on', () => {
    const { said, hold, connect } = holding()
    hold()
    connect(true)
    expect(said).toEqual([])
    connect(false)
    expect(said).toEqual(['given up'])
    hold()
    connect(false)
    connect(true)
    expect(said).toEqual(['given up'])
  })

  it('is given up once, and never after it was let go', () => {
    const { hand, said, hold } = holding()
    const release = hold()
    release()
    expect(hand.cancel()).toBe(false)
    hold()
    expect(hand.cancel()).toBe(true)
    expect(hand.cancel()).toBe(false)
    expect(said).toEqual(['given up'])
  })

  it('is given up when the hand takes something else', () => {
    const { said, hold } = holding()
    hold()
    hold()
    expect(said).toEqual(['given up'])
  })

  it('is left alone once the canvas is gone', () => {
    const { said, hold, remove, connect, stop } = holding()
    hold()
    stop()
    remove('card')
    connect(false)
    expect(said).toEqual([])
  })
})
