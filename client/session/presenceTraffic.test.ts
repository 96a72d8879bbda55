import { expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Message, readMessage } from '#shared/protocol/messages.ts'
import { writeMotions } from '#shared/protocol/motion.ts'
import { exchangePresence } from './presenceTraffic.ts'

/** A window, with what it sent. */
function windowOf(client: number) {
  const doc = new Y.Doc()
  doc.clientID = client
  const awareness = new Awareness(doc)
  const sent: Message[] = []
  const traffic = exchangePresence(awareness, frame => {
    const message = readMessage(frame)
    if (message) sent.push(message)
  })
  const state = (part: object) => awareness.setLocalState({ ...awareness.getLocalState(), ...part })
  return { awareness, sent, traffic, state, types: () => sent.splice(0).map(({ type }) => type) }
}

/** What one window sent, as another gets it from the server. */
function pass(messages: Message[], to: ReturnType<typeof windowOf>): void {
  for (const message of messages) {
    if (message.type === 'awareness') applyAwarenessUpdate(to.awareness, message.update, 'net')
    if (message.type === 'motion') to.traffic.hear(message.motions)
  }
}

const start = { user: { name: 'Ada' }, cursor: null, selection: [] as string[], drag: null }
const at = (x: number) => ({ cursor: { on: 'map', x, y: 0 } })

it('tells of movement without repeating the person, and of everything else with it', () => {
  const ada = windowOf(1)
  ada.traffic.connected()
  expect(ada.types()).toEqual(['motion'])
  ada.awareness.setLocalState(start)
  ada.state(at(1))
  ada.state({ selection: ['t1'] })
  ada.state({ ...at(2), drag: { ids: ['t1'], dx: 1, dy: 1 } })
  expect(ada.types()).toEqual(['awareness', 'motion', 'awareness', 'awareness'])
  ada.state({ ...at(3), drag: { ids: ['t1'], dx: 2, dy: 2 } })
  ada.state({ drag: { ids: ['t1', 't2'], dx: 2, dy: 2 } })
  ada.state({ drag: null })
  expect(ada.types()).toEqual(['motion', 'awareness', 'motion'])
  ada.awareness.setLocalState(null)
  expect(ada.types()).toEqual(['awareness'])
})

it('is told whole when it only says that it is still here, and after a lost connection', () => {
  const ada = windowOf(1)
  ada.awareness.setLocalState(start)
  ada.state(at(1))
  ada.sent.length = 0
  ada.awareness.setLocalState(ada.awareness.getLocalState())
  expect(ada.types()).toEqual(['awareness'])
  ada.traffic.connected()
  ada.state(at(2))
  ada.state(at(3))
  expect(ada.types()).toEqual(['motion', 'awareness', 'motion'])
})

it('makes another window see the same, whatever was told how', () => {
  const [ada, ben] = [windowOf(1), windowOf(2)]
  let changes = 0
  ben.awareness.on('change', () => {
    changes += 1
  })
  ada.awareness.setLocalState({ ...start, drag: { ids: ['t1'], dx: 0, dy: 0 } })
  for (let x = 1; x < 9; x += 1) ada.state({ ...at(x / 2), drag: { ids: ['t1'], dx: x, dy: -x } })
  pass(ada.sent, ben)
  expect(changes).toBe(9)
  expect(ben.awareness.getStates().get(1)).toEqual(ada.awareness.getLocalState())
  expect(ben.awareness.meta.get(1)?.clock).toBe(ada.awareness.meta.get(1)?.clock)
  // What others say is not sent on.
  expect(ben.sent).toEqual([])
})

it('passes over motion of strangers, of itself and from before, and what cannot be read', () => {
  const ben = windowOf(2)
  ben.awareness.setLocalState(start)
  const before = ben.awareness.getLocalState()
  const move = (client: number, clock: number) =>
    ben.traffic.hear(writeMotions([{ client, clock, cursor: null, hand: null }]))
  move(7, 5)
  move(2, 50)
  ben.traffic.hear(Uint8Array.of(9, 9, 9))
  expect([...ben.awareness.getStates().keys()]).toEqual([2])
  expect(ben.awareness.getLocalState()).toBe(before)
  const ada = windowOf(1)
  ada.awareness.setLocalState({ ...start, ...at(1) })
  pass(ada.sent, ben)
  move(1, 0)
  expect(ben.awareness.getStates().get(1)).toMatchObject(at(1))
})

it('sends nothing once it has stopped', () => {
  const ada = windowOf(1)
  ada.traffic.stop()
  ada.awareness.setLocalState(start)
  expect(ada.sent).toEqual([])
})
