import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { Person, type PersonPlan } from './Person.ts'
import { now } from './stamp.ts'

/*
 * A thread that plays many people. Only what was sent inside the window counts, however late it arrives: a server that
 * falls behind must not look better for it.
 */

/** Microseconds of the machine's clock; the load goes on until `until`. */
export type Window = { from: number; to: number; until: number }

export type Order =
  | { readonly do: 'join'; readonly port: number; readonly people: readonly PersonPlan[]; readonly atOnce: number }
  | { readonly do: 'live'; readonly window: Window }
  | { readonly do: 'leave' }

/** `milliseconds` of those who came in. */
export type Joined = { milliseconds: number[]; failed: number }

/** What the observers among these people saw, and what all of them did. Ages are in microseconds. */
export type Lived = {
  observers: number
  editAges: RecordableHistogram
  cursorAges: RecordableHistogram
  editsSeen: number
  cursorsSeen: number
  /** By client: how many edits and cursors it sent. */
  editsSent: Map<number, number>
  cursorsSent: Map<number, number>
  observing: number[]
  /** Microseconds by which this thread itself was late. */
  lateness: RecordableHistogram
  /** Moves and edits that were left out because this thread was too late. */
  leftOut: number
  /** Connections that the server closed. */
  lost: number
  /** Bytes that all of these people got inside the window. */
  received: number
  /** Seconds of processor time. */
  cpuSeconds: number
}

/** Milliseconds between looks at who has something to send. */
const TICK = 4
/** Milliseconds that joining may take. */
const JOIN_PATIENCE = 60_000
const SECOND = 1e6

let people: Person[] = []
let lived = nothing()
let window: Window = { from: 0, to: 0, until: 0 }
/** Edits that an observer has seen; a server may send one twice. */
let seen = new Set<string>()

function nothing(): Lived {
  return {
    observers: 0,
    editAges: createHistogram(),
    cursorAges: createHistogram(),
    editsSeen: 0,
    cursorsSeen: 0,
    editsSent: new Map(),
    cursorsSent: new Map(),
    observing: [],
    lateness: createHistogram(),
    leftOut: 0,
    lost: 0,
    received: 0,
    cpuSeconds: 0,
  }
}

function isInside(sentAt: number): boolean {
  return sentAt >= window.from && sentAt < window.to
}

function makePerson(port: number, plan: PersonPlan): Person {
  return new Person(port, plan, {
    edit(stamp) {
      const isMeant = (stamp.client === plan.client) === (plan.notes !== 'others')
      const key = `${plan.path} ${plan.client} ${stamp.client} ${stamp.number}`
      if (!isMeant || !isInside(stamp.sentAt) || seen.has(key)) return
      seen.add(key)
      lived.editsSeen += 1
      lived.editAges.record(Math.max(1, now() - stamp.sentAt))
    },
    cursor(sentAt) {
      if (!isInside(sentAt)) return
      lived.cursorsSeen += 1
      lived.cursorAges.record(Math.max(1, now() - sentAt))
    },
  })
}

async function join({ port, people: plans, atOnce }: Extract<Order, { do: 'join' }>): Promise<Joined> {
  const joined: Joined = { milliseconds: [], failed: 0 }
  const waiting = [...plans]
  const knock = async () => {
    for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
      const started = performance.now()
      const person = makePerson(port, plan)
      const isIn = await Promise.race([
        person.joined.then(
          () => true,
          () => false,
        ),
        wait(JOIN_PATIENCE, false, { ref: false }),
      ])
      if (isIn) {
        people.push(person)
        joined.milliseconds.push(performance.now() - started)
      } else {
        person.end()
        joined.failed += 1
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, plans.length) }, knock))
  return joined
}

/** Something that a person does again and again, each at a moment of their own. */
type Habit = { due: number; period: number; run(): void; count(): void }

function habitsOf(person: Person, start: number): Habit[] {
  const { client, movesPerSecond, editsPerSecond } = person.plan
  const habit = (perSecond: number, run: () => void, sent: Map<number, number>): Habit[] => {
    if (perSecond === 0) return []
    const period = SECOND / perSecond
    const count = () => sent.set(client, (sent.get(client) ?? 0) + 1)
    return [{ due: start + Math.random() * period, period, run, count }]
  }
  return [
    ...habit(movesPerSecond, () => person.move(), lived.cursorsSent),
    ...habit(editsPerSecond, () => person.edit(), lived.editsSent),
  ]
}

async function live(ordered: Window): Promise<Lived> {
  lived = nothing()
  seen = new Set()
  window = ordered
  const observing = people.filter(person => person.plan.observes)
  lived.observers = observing.length
  lived.observing = observing.map(person => person.plan.client)
  const before = process.threadCpuUsage()
  const habits = people.flatMap(person => habitsOf(person, now()))
  let [atFrom, atTo] = [0, 0]
  for (let at = now(); at < window.until; at = now()) {
    if (at < window.from) atFrom = received()
    if (at < window.to) atTo = received()
    for (const habit of habits) if (habit.due <= at) keepUp(habit, at)
    await wait(TICK)
  }
  const used = process.threadCpuUsage(before)
  lived.cpuSeconds = (used.user + used.system) / SECOND
  lived.received = atTo - atFrom
  lived.lost = people.filter(person => person.closedWith !== null).length
  return lived
}

const received = () => people.reduce((sum, person) => sum + person.received, 0)

function keepUp(habit: Habit, at: number): void {
  const inside = isInside(at)
  if (inside) {
    lived.lateness.record(Math.max(1, Math.round(at - habit.due)))
    habit.count()
  }
  habit.run()
  habit.due += habit.period
  while (habit.due <= at) {
    habit.due += habit.period
    if (inside) lived.leftOut += 1
  }
}

function leave(): null {
  for (const person of people) person.end()
  people = []
  return null
}

function obey(order: Order): Promise<Joined | Lived> | null {
  switch (order.do) {
    case 'join':
      return join(order)
    case 'live':
      return live(order.window)
    case 'leave':
      return leave()
  }
}

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await obey(order))
})
