import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type RunningServer, TICKS_PER_SECOND } from '../support/RunningServer.ts'
import type { Crowd, Life } from './Crowd.ts'
import { now } from './stamp.ts'

/** Seconds for the server to get warm, and for what is late to arrive. */
const WARM_UP = 2
const LATE = 2
/** Bytes of memory at which a server is taken to have collapsed, so that it does not take the machine along. */
const MOST_MEMORY = 3e9

export type Measured = Life & {
  /** Share of one core, all threads of the server together. */
  serverCpu: number
  /** Bytes at the end, and the most that there ever were. */
  memory: number
  peak: number
  /** What other programs took meanwhile, in cores: from a tenth on the figures say less about the servers. */
  others: number
  /** Null when all went as planned. */
  collapse: string | null
}

/** Lets the crowd live for so many seconds and watches the server meanwhile. */
export async function measure(
  server: RunningServer,
  crowd: Crowd,
  { seconds, areAlone = false }: { seconds: number; areAlone?: boolean },
): Promise<Measured> {
  const from = now() + WARM_UP * 1e6
  const to = from + seconds * 1e6
  const living = crowd.live({ from, to, until: to + LATE * 1e6 }, areAlone)
  await until(from)
  const before = { ...(await server.usage()), ...(await machineUsage()) }
  const collapse = await guard(server, to)
  const after = collapse === null ? { ...(await server.usage()), ...(await machineUsage()) } : null
  const peak = after === null ? Number.NaN : await server.peak()
  const life = await living
  if (after === null) return { ...life, serverCpu: Number.NaN, memory: Number.NaN, others: Number.NaN, peak, collapse }
  const passed = (after.at - before.at) / 1e6
  const taken = after.cpuSeconds - before.cpuSeconds
  return {
    ...life,
    serverCpu: taken / passed,
    memory: after.residentBytes,
    peak,
    others: Math.max(0, after.all - before.all - taken - (after.own - before.own)) / passed,
    collapse,
  }
}

/** Seconds of processor time that all programs on this machine took so far, and this one. */
async function machineUsage(): Promise<{ at: number; all: number; own: number }> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n')
  // user, nice, system, idle, waiting for disks, interrupts
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0] = line.trim().split(/\s+/).slice(1).map(Number)
  const own = process.cpuUsage()
  return {
    at: now(),
    all: (user + nice + system + interrupts + soft) / TICKS_PER_SECOND,
    own: (own.user + own.system) / 1e6,
  }
}

/** Ends a server that takes too much memory; why, or null. */
async function guard(server: RunningServer, to: number): Promise<string | null> {
  while (now() < to) {
    await until(Math.min(to, now() + 250_000))
    if (!server.isRunning) return `it ended: ${server.output.trim().split('\n').at(-1) ?? ''}`.slice(0, 80)
    const { residentBytes } = await server.usage()
    if (residentBytes < MOST_MEMORY) continue
    await server.stop()
    return `ended at ${Math.round(residentBytes / 1e6)} MB of memory`
  }
  return null
}

function until(at: number): Promise<void> {
  return wait(Math.max(0, (at - now()) / 1_000))
}
