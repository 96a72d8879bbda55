import type { Row } from '../../../scripts/bench.ts'
import { encodeDoc } from '../../../shared/doc/encode.ts'
import { seed } from '../../../shared/doc/seed.ts'
import type { MapDocument } from '../../../shared/model/MapDocument.ts'
import { bytes, median, ms, percent } from '../support/figures.ts'
import { largeMap } from '../support/largeMap.ts'
import { Crowd } from './Crowd.ts'
import { type Measured, measure } from './measure.ts'
import type { PersonPlan } from './Person.ts'
import { inTurns, type Started, type System } from './systems.ts'

export type Scenario = {
  name: string
  /** Whether so many move that the slim message is of interest. */
  manyMove?: boolean
  /** One measurement of one system; an error is a row too, and the next system gets its turn. */
  run(system: System, seconds: number): Promise<Result>
}

/** A row of the table, and what other programs took of the machine, in cores. */
export type Result = { row: Row; others: number }

/** Edits a second in a room, of this many people. */
const EDITS = 20
const EDITORS = 20
/** People whose browsers are looked into. */
const OBSERVERS = 20
const MOVES = 20
/** Sockets that are opened at a time where joining is not what is measured. */
const DOORWAY = 25

/** Seconds for which somebody works on the map that many come to: all should be in by then. */
const JOINING = 20

const smallMap = (): MapDocument => largeMap(40, 300, 100)

/** Everybody moves a cursor, some edit. With `viewers` the others only look on. */
export function oneRoom(people: number, viewers = 0): Scenario {
  return {
    name: viewers === 0 ? `${people} people in one room` : `${people} people and ${viewers} viewers in one room`,
    manyMove: viewers === 0,
    run: (system, seconds) =>
      within(system, async ({ server, room }, crowd) => {
        const doors = await room(smallMap(), people + viewers)
        const every = Math.floor(doors.length / Math.min(OBSERVERS, doors.length))
        const plans = doors.map((door, at): PersonPlan => {
          const edits = at < EDITORS && at < people
          return {
            ...door,
            client: at + 1,
            movesPerSecond: at < people ? MOVES : 0,
            isSlim: system.isSlim,
            editsPerSecond: edits ? EDITS / Math.min(EDITORS, people) : 0,
            observes: at % every === every - 1,
            notes: 'others',
          }
        })
        const { failed } = await crowd.join(server.port, plans, DOORWAY)
        return rowOf(await measure(server, crowd, { seconds }), failed, doors.length)
      }),
  }
}

/** Many come to a large map at once, while somebody works on it. */
export function joinAtOnce(people: number): Scenario {
  const map = largeMap(500, 15_000, 3_000)
  const size = encodeDoc(seed(map, { person: '', now: 0 })).byteLength
  return {
    name: `${people} people join a map of ${bytes(size)} at once`,
    run: (system, seconds) =>
      within(system, async ({ server, room }, crowd) => {
        const workers = new Crowd()
        try {
          const doors = await room(map, people + 2)
          const plans = doors.map((door, at): PersonPlan => {
            const common = { ...door, client: at + 1, movesPerSecond: 0, isSlim: false, notes: 'others' as const }
            return { ...common, editsPerSecond: at === 0 ? EDITS : 0, observes: at === 1 }
          })
          await workers.join(server.port, plans.slice(0, 2), 2)
          const before = await server.usage()
          const measuring = measure(server, workers, { seconds: Math.max(seconds, JOINING) })
          const { milliseconds, failed } = await crowd.join(server.port, plans.slice(2), people)
          const after = await server.usage()
          const measured = await measuring
          const row = {
            'join p50': ms(median(milliseconds)),
            'last join': ms(milliseconds.at(-1) ?? Number.NaN),
            'server CPU for it': `${(after.cpuSeconds - before.cpuSeconds).toFixed(2)} s`,
            'memory, most': bytes(measured.peak),
            'edit p50': ms(measured.editAge.p50),
            'edit p99': ms(measured.editAge.p99),
            notes: notesOf(measured, failed),
          }
          return { row, others: measured.others }
        } finally {
          await workers.end()
        }
      }),
  }
}

/** Everybody in a room of their own, editing now and then; the edit's age is that of the answer to it. */
export function manyRooms(rooms: number): Scenario {
  const editsPerSecond = 0.1
  return {
    name: `${rooms} rooms with one person each`,
    run: (system, seconds) =>
      within(system, async ({ server, room }, crowd) => {
        const started = await server.usage()
        const doors = (await inTurns(rooms, 10, () => room(largeMap(10, 20, 10), 1))).flat()
        const plans = doors.map((door, at): PersonPlan => {
          const common = { ...door, client: at + 1, movesPerSecond: 1, isSlim: false, editsPerSecond, observes: true }
          return { ...common, notes: system.isOurs ? 'saved' : 'echo' }
        })
        const { failed } = await crowd.join(server.port, plans, DOORWAY)
        const measured = await measure(server, crowd, { seconds, areAlone: true })
        const row = {
          CPU: percent(measured.serverCpu),
          'memory a room': bytes((measured.memory - started.residentBytes) / rooms),
          memory: bytes(measured.memory),
          'edits/s': `${(measured.editsSent * measured.editsSeen).toFixed(1)} of ${measured.editsSent.toFixed(1)}`,
          'answer p50': ms(measured.editAge.p50),
          'answer p99': ms(measured.editAge.p99),
          notes: notesOf(measured, failed),
        }
        return { row, others: measured.others }
      }),
  }
}

async function within(system: System, use: (started: Started, crowd: Crowd) => Promise<Result>): Promise<Result> {
  const crowd = new Crowd()
  try {
    const started = await system.start()
    try {
      return await use(started, crowd)
    } finally {
      await started.stop()
    }
  } finally {
    await crowd.end()
  }
}

function rowOf(measured: Measured, failed: number, people: number): Result {
  const row = {
    CPU: percent(measured.serverCpu),
    memory: bytes(measured.memory),
    'edits/s': `${(measured.editsSent * measured.editsSeen).toFixed(1)} of ${measured.editsSent.toFixed(1)}`,
    'edit p50': ms(measured.editAge.p50),
    'edit p99': ms(measured.editAge.p99),
    'cursors seen': percent(measured.cursorsSeen),
    'cursor p50': ms(measured.cursorAge.p50),
    'cursor p99': ms(measured.cursorAge.p99),
    'to each': `${bytes(measured.received / people)}/s`,
    notes: notesOf(measured, failed),
  }
  return { row, others: measured.others }
}

function notesOf({ collapse, lost, leftOut, lateness, cpu, others }: Measured, failed: number): string {
  return [
    `load: ${percent(cpu)} CPU, ${ms(lateness)} late`,
    ...(others > 0.1 ? [`other programs: ${percent(others)} CPU`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    ...(failed > 0 ? [`${failed} not let in`] : []),
    ...(lost > 0 ? [`${lost} thrown out`] : []),
    ...(collapse === null ? [] : [collapse]),
  ].join(', ')
}
