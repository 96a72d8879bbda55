import { describe, expect, it } from 'vitest'
import { readMessage } from '#shared/protocol/messages.ts'
import { Barrier } from './barrier.ts'

function numberOf(frame: Uint8Array | null): number | null {
  const message = frame && readMessage(frame)
  return message?.type === 'barrier' ? message.number : null
}

describe('saved', () => {
  it('is said only when the newest edit is confirmed, not an older one', () => {
    const barrier = new Barrier()
    barrier.edited()
    const first = numberOf(barrier.next())
    barrier.edited()
    barrier.echoed(first ?? expect.unreachable())
    expect(barrier.settled).toBe(false)
    barrier.echoed(numberOf(barrier.next()) ?? expect.unreachable())
    expect(barrier.settled).toBe(true)
  })

  it('is asked once for many edits of one turn', () => {
    const barrier = new Barrier()
    for (let edit = 0; edit < 5; edit++) barrier.edited()
    expect(barrier.next()).not.toBeNull()
    expect(barrier.next()).toBeNull()
  })

  it('is asked again on the next connection for what the last one did not confirm', () => {
    const barrier = new Barrier()
    barrier.edited()
    const lost = numberOf(barrier.next())
    barrier.disconnected()
    expect(numberOf(barrier.next())).toBe(lost)
  })

  it('needs no asking when nothing was edited', () => {
    expect(new Barrier().next()).toBeNull()
    expect(new Barrier().settled).toBe(true)
  })
})
