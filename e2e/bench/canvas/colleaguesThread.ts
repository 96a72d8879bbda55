import { parentPort, workerData } from 'node:worker_threads'
import { encodeMotion } from '../../../shared/protocol/messages.ts'
import { writeMotions } from '../../../shared/protocol/motion.ts'
import { awareness, NO_ADDRESS, step1 } from '../rooms/frames.ts'
import { RawSocket } from '../rooms/RawSocket.ts'

/*
 * People who move their pointers over a part of the map, twenty times a second, as our own browser tells it; one of
 * them can hold cards. A thread of its own, so that it never waits for whoever drives the browser.
 */

export type Colleagues = {
  readonly port: number
  readonly path: string
  readonly count: number
  /** Map units in which they point. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Cards that the first of them drags; may be none. */
  readonly held: readonly string[]
  /** The first number of a client. */
  readonly first: number
}

/** Milliseconds between two messages of one person. */
const PACE = 50
/** Bytes of a frame that are looked at. */
const HEAD = 16

const { port, path, count, area, held, first } = workerData as Colleagues

let opened = 0
let clock = 1
const people = Array.from({ length: count }, (_, index) => {
  const client = first + index
  const holds = index === 0 && held.length > 0
  const socket: RawSocket = new RawSocket(port, path, {
    opened() {
      socket.send(step1(NO_ADDRESS))
      const state = {
        user: { name: `Person ${client}`, color: '#2f74a8' },
        cursor: { on: 'map', ...placeOf(index, 0) },
        selection: [],
        drag: holds ? { ids: held, dx: 0, dy: 0 } : null,
      }
      socket.send(awareness(NO_ADDRESS, client, 1, JSON.stringify(state)))
      opened += 1
      if (opened === count) parentPort?.postMessage('here')
    },
    frame() {},
    closed() {},
  })
  socket.keep = HEAD
  return { client, socket, holds }
})

/** Everybody goes round a point of their own. */
function placeOf(index: number, at: number): { x: number; y: number } {
  const [across, down] = [((index * 37) % 100) / 100, ((index * 61) % 100) / 100]
  const turn = at / 12 + index
  return {
    x: Math.round(area.x + area.width * (0.1 + 0.8 * across + 0.08 * Math.cos(turn))),
    y: Math.round(area.y + area.height * (0.1 + 0.8 * down + 0.08 * Math.sin(turn))),
  }
}

setInterval(() => {
  clock += 1
  for (const [index, { client, socket, holds }] of people.entries()) {
    const { x, y } = placeOf(index, clock)
    const hand = holds ? { dx: Math.round(120 * Math.sin(clock / 8)), dy: Math.round(60 * Math.sin(clock / 8)) } : null
    socket.send(encodeMotion(writeMotions([{ client, clock, cursor: { on: 'map', x, y }, hand }])))
  }
}, PACE)
