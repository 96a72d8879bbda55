import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import {
  encodeAwareness,
  encodeDenied,
  encodeRefused,
  encodeStep1,
  encodeStep2,
  KEEP_ALIVE,
  readMessage,
} from '#shared/protocol/messages.ts'
import { Connection } from './Connection.ts'

// Before anything is imported: lib0 keeps the `Date.now` that it finds.
vi.hoisted(() => vi.useFakeTimers())

/** A socket whose far end is the test. */
class Socket {
  static readonly all: Socket[] = []
  readonly OPEN = 1
  readyState = 0
  binaryType = ''
  readonly url: string
  readonly sent: Uint8Array[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string) {
    this.url = url
    Socket.all.push(this)
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  /** What this side does; the network may never answer. */
  close(): void {
    this.readyState = 3
  }
  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }
  hear(frame: Uint8Array): void {
    this.onmessage?.({ data: new Uint8Array(frame).buffer })
  }
  /** What the server says first, and its answer to a client that has nothing. */
  sync(): void {
    this.accept()
    this.hear(encodeStep1(Y.encodeStateVector(new Y.Doc())))
    this.hear(encodeStep2(Y.encodeStateAsUpdate(new Y.Doc())))
  }
  end(code: number, reason = ''): void {
    this.readyState = 3
    this.onclose?.({ code, reason })
  }
}

const newest = () => Socket.all.at(-1) ?? expect.unreachable()

function connect() {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const told: string[] = []
  const connection = new Connection(
    { map: 'm', address: 'ws://server/sync', params: { token: 't', epoch: '3' }, doc, awareness },
    {
      connecting: () => told.push('connecting'),
      synced: () => told.push('synced'),
      lost: () => told.push('lost'),
      closed: (code, reason) => told.push(`closed ${code} ${reason}`),
      refused: reason => told.push(`refused ${reason}`),
      barrier: number => told.push(`barrier ${number}`),
      session: json => told.push(`session ${json}`),
      lead: () => {},
    },
  )
  open.push(connection)
  connection.connect()
  return { connection, doc, awareness, told }
}

/** The page's window and document, as far as waking is concerned. */
const page = new EventTarget()
const wake = (event: string) => page.dispatchEvent(new Event(event))
/** A computer that sleeps: its clock goes on, its timers don't. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms)

const open: Connection[] = []
beforeEach(() => {
  vi.stubGlobal('WebSocket', Socket)
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }))
  Socket.all.length = 0
})
afterEach(() => {
  for (const connection of open.splice(0)) connection.close()
  vi.clearAllTimers()
  vi.unstubAllGlobals()
})

describe('a connection', () => {
  it('tells the server which history this browser’s copy belongs to', () => {
    connect()
    expect(newest().url).toBe('ws://server/sync/m?token=t&epoch=3')
  })

  it('takes in the whole map as it came, and what comes later as it is new', () => {
    const { doc, told } = connect()
    const kept: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => kept.push(update))
    const server = new Y.Doc()
    const say = (key: string) => {
      const before = Y.encodeStateVector(server)
      server.getMap('notes').set(key, `said ${key}`)
      return Y.encodeStateAsUpdate(server, before)
    }
    say('a')
    const whole = Y.encodeStateAsUpdate(server)
    newest().accept()
    newest().hear(encodeStep2(whole))
    expect(told).toEqual(['connecting', 'synced'])
    const next = say('b')
    newest().hear(encodeStep2(next))
    expect(kept).toEqual([whole, next])
    expect(doc.getMap('notes').toJSON()).toEqual({ a: 'said a', b: 'said b' })
    const sent = newest().sent.length
    doc.getMap('notes').set('c', 'written here')
    expect(newest().sent).toHaveLength(sent + 1)
  })

  it('comes back by itself after the network broke, and after a server that left', () => {
    const { told } = connect()
    for (const code of [1006, 1012, 1013, 4500]) {
      newest().sync()
      newest().end(code)
      vi.advanceTimersByTime(5_000)
    }
    expect(Socket.all).toHaveLength(5)
    expect(told.filter(what => what === 'lost')).toHaveLength(4)
  })

  it('stays away after a refusal, with the sentence that came before it', () => {
    const { told } = connect()
    newest().accept()
    newest().hear(encodeDenied('This map was rewritten.'))
    newest().end(4410)
    vi.advanceTimersByTime(60_000)
    wake('online')
    expect(Socket.all).toHaveLength(1)
    expect(told).toEqual(['connecting', 'closed 4410 This map was rewritten.'])
  })

  it('tells of refused edits, and goes on', () => {
    const { told, connection } = connect()
    newest().sync()
    newest().hear(encodeRefused('The map is locked.'))
    expect(told).toEqual(['connecting', 'synced', 'refused The map is locked.'])
    expect(connection.isSynced).toBe(true)
  })

  it('gives up an attempt that nobody answers, and makes another', () => {
    const { told } = connect()
    vi.advanceTimersByTime(9_000)
    expect(Socket.all).toHaveLength(1)
    vi.advanceTimersByTime(2_000)
    expect(Socket.all.length).toBeGreaterThan(1)
    expect(Socket.all[0]?.readyState).toBe(3)
    newest().sync()
    expect(told.at(-1)).toBe('synced')
    vi.advanceTimersByTime(20_000)
    expect(newest().readyState).toBe(1)
  })

  it('tells nothing of the people whom it hears of', () => {
    const { awareness } = connect()
    newest().sync()
    const other = new Awareness(new Y.Doc())
    other.setLocalState({ user: { name: 'Ben' } })
    const before = newest().sent.length
    newest().hear(encodeAwareness(encodeAwarenessUpdate(other, [other.clientID])))
    expect(awareness.getStates().size).toBe(2)
    expect(newest().sent).toHaveLength(before)
    awareness.setLocalState({ user: { name: 'Ada' } })
    expect(newest().sent).toHaveLength(before + 1)
  })
})

describe('a computer that wakes', () => {
  it('leaves a line that went dead in its sleep at once, and is back', () => {
    const { told, awareness } = connect()
    newest().sync()
    awareness.setLocalState({ user: { name: 'Ada' } })
    sleep(10 * 60_000)
    wake('resume')
    expect(Socket.all).toHaveLength(2)
    newest().sync()
    expect(told.slice(-3)).toEqual(['lost', 'connecting', 'synced'])
    const others = new Awareness(new Y.Doc())
    for (const frame of newest().sent) {
      const message = readMessage(frame)
      if (message?.type === 'awareness') applyAwarenessUpdate(others, message.update, null)
    }
    expect([...others.getStates().values()]).toContainEqual({ user: { name: 'Ada' } })
  })

  it('finds a dead line also when nothing tells that it slept', () => {
    connect()
    newest().sync()
    sleep(10 * 60_000)
    vi.advanceTimersByTime(4_000)
    expect(Socket.all.length).toBeGreaterThan(1)
  })

  it('keeps a line that is alive', () => {
    connect()
    newest().sync()
    for (let seconds = 0; seconds < 120; seconds += 12) {
      vi.advanceTimersByTime(12_000)
      newest().hear(KEEP_ALIVE)
      for (const event of ['visibilitychange', 'pageshow', 'online', 'resume']) wake(event)
    }
    expect(Socket.all).toHaveLength(1)
  })

  it('does not wait for its next turn, nor for an attempt from before', () => {
    connect()
    newest().sync()
    for (let attempts = 0; attempts < 8; attempts++) {
      newest().end(1006)
      vi.advanceTimersByTime(5_000)
    }
    const attempted = Socket.all.length
    newest().end(1006)
    wake('online')
    expect(Socket.all).toHaveLength(attempted + 1)
    wake('online')
    expect(Socket.all).toHaveLength(attempted + 1)
    sleep(3_000)
    wake('visibilitychange')
    expect(Socket.all).toHaveLength(attempted + 2)
  })

  it('says nothing any more once the map is closed', () => {
    const { connection } = connect()
    newest().sync()
    connection.close()
    sleep(60_000)
    wake('online')
    vi.advanceTimersByTime(60_000)
    expect(Socket.all).toHaveLength(1)
  })
})
