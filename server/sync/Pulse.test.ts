import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { Pulse } from './Pulse.ts'
import { OwnedClock } from './testing/OwnedClock.ts'

/** As much of a web socket as a pulse needs. */
class Socket extends EventEmitter {
  readyState: number = WebSocket.OPEN
  sent = 0
  pings = 0

  send() {
    this.sent += 1
  }

  ping() {
    this.pings += 1
  }

  terminate() {
    this.readyState = WebSocket.CLOSED
    this.emit('close')
  }
}

it('has each socket’s turn counted from when it came, so that many do not have theirs at once', () => {
  const clock = new OwnedClock()
  const pulse = new Pulse(clock)
  const sockets = Array.from({ length: 12 }, () => new Socket())
  for (const socket of sockets) {
    pulse.watch(socket as unknown as WebSocket)
    clock.advance(1_000)
  }
  const sent = () => sockets.reduce((sum, { sent }) => sum + sent, 0)
  for (let second = 0; second < 24; second += 1) {
    const before = sent()
    for (const socket of sockets) socket.emit('pong')
    clock.advance(1_000)
    expect(sent() - before).toBeLessThanOrEqual(1)
  }
  for (const { sent, pings } of sockets) {
    expect(sent).toBe(pings)
    expect(sent).toBeGreaterThanOrEqual(2)
  }
  const before = sent()
  pulse.stop()
  clock.advance(60_000)
  expect(sent()).toBe(before)
})

it('ends who gives no sign of life within 45 s, whenever they fell silent, and nobody else', () => {
  for (let silentAt = 0; silentAt < 15_000; silentAt += 700) {
    const clock = new OwnedClock()
    const pulse = new Pulse(clock)
    const [silent, lively] = [new Socket(), new Socket()]
    for (const socket of [silent, lively]) pulse.watch(socket as unknown as WebSocket)
    clock.advance(silentAt)
    silent.emit('pong')
    let pings = 0
    for (let passed = 0; passed < 45_000; passed += 100) {
      clock.advance(100)
      if (lively.pings > pings) lively.emit('pong')
      pings = lively.pings
      // Two pings may be lost on the way.
      if (passed < 30_000) expect(silent.readyState).toBe(WebSocket.OPEN)
    }
    expect([silent.readyState, lively.readyState]).toEqual([WebSocket.CLOSED, WebSocket.OPEN])
    pulse.stop()
  }
})
