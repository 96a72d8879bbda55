import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as messages from './messages.ts'

const bytes = Uint8Array.of(1, 2, 3)

describe('messages', () => {
  it('arrive as they were sent', () => {
    const { readMessage } = messages
    expect(readMessage(messages.encodeStep1(bytes))).toEqual({ type: 'step1', stateVector: bytes })
    expect(readMessage(messages.encodeStep2(bytes))).toEqual({ type: 'step2', update: bytes })
    expect(readMessage(messages.encodeUpdate(bytes))).toEqual({ type: 'update', update: bytes })
    expect(readMessage(messages.encodeAwareness(bytes))).toEqual({ type: 'awareness', update: bytes })
    expect(readMessage(messages.encodeDenied('No.'))).toEqual({ type: 'denied', reason: 'No.' })
    expect(readMessage(messages.encodeRefused('چرا 🚲'))).toEqual({ type: 'refused', reason: 'چرا 🚲' })
    expect(readMessage(messages.encodeSession('{}'))).toEqual({ type: 'session', state: '{}' })
    expect(readMessage(messages.encodeMotion(bytes))).toEqual({ type: 'motion', motions: bytes })
    expect(readMessage(messages.encodeLead(bytes))).toEqual({ type: 'lead', lead: bytes })
    expect(readMessage(Uint8Array.of(3))).toEqual({ type: 'queryAwareness' })
    for (const number of [0, 127, 128, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      expect(readMessage(messages.encodeBarrier(number))).toEqual({ type: 'barrier', number })
    }
  })

  it('have the numbers that the y-websocket protocol gives them', () => {
    expect([...messages.encodeStep1(bytes)]).toEqual([0, 0, 3, 1, 2, 3])
    expect([...messages.encodeDenied('No')]).toEqual([2, 0, 2, 78, 111])
    expect([...messages.encodeBarrier(7)]).toEqual([102, 7])
    expect([...messages.encodeMotion(Uint8Array.of(0))]).toEqual([105, 1, 0])
    expect([...messages.KEEP_ALIVE]).toEqual([1, 1, 0])
  })

  it('are not read when another one follows in the same frame, so that none is lost in silence', () => {
    const two = Uint8Array.of(...messages.encodeUpdate(bytes), ...messages.encodeBarrier(1))
    expect(messages.readMessage(two)).toBeNull()
  })

  it('are told from any other bytes without throwing', () => {
    const likely = fc.oneof(fc.constantFrom(0, 1, 2, 3, 102, 103), fc.nat(255))
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 30 }), frame => {
        messages.readMessage(Uint8Array.from(frame))
      }),
      { numRuns: 2_000 },
    )
    for (const frame of [
      [],
      [9],
      [0, 3, 0],
      [0, 2, 5, 1],
      [2, 1, 0],
      [102],
      [102, 255, 255, 255, 255, 255, 255, 255, 255],
    ]) {
      expect(messages.readMessage(Uint8Array.from(frame))).toBeNull()
    }
  })
})
