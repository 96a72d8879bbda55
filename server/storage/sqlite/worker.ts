import type { DatabaseSync } from 'node:sqlite'
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { commitTogether } from './commitTogether.ts'
import { createCutLog } from './cutLog.ts'
import { toStoreError } from './errors.ts'
import { lockFolder } from './lockFolder.ts'
import { openDatabase } from './openDatabase.ts'
import type { Answer, Args, Call, CallOf, Failure, Opened, Outcome, Values, Verb, Verbs, Writes } from './protocol.ts'
import { createReads } from './reads.ts'
import { sharedBuffers } from './sharedBuffers.ts'
import { createUpkeep } from './upkeep.ts'
import { createWrites } from './writes.ts'

/*
 * The thread that owns the database: every SQL statement and every fsync happens here. It takes all calls that are
 * waiting, commits their writes together, then answers the others. So an append is committed at once when the thread
 * is idle, and those that arrive during a commit share the next one.
 */

if (parentPort === null) throw new Error('The storage worker runs as a worker thread only.')
start(parentPort, String(workerData))

function start(port: MessagePort, folder: string): void {
  try {
    const unlock = lockFolder(folder)
    serve(port, openOrUnlock(folder, unlock), unlock)
    port.postMessage({ opened: true } satisfies Opened)
  } catch (error) {
    port.postMessage({ opened: false, ...failure(error) } satisfies Opened)
  }
}

function openOrUnlock(folder: string, unlock: () => void): DatabaseSync {
  try {
    return openDatabase(folder)
  } catch (error) {
    unlock()
    throw error
  }
}

function serve(port: MessagePort, db: DatabaseSync, unlock: () => void): void {
  const stats = { commits: 0, appends: 0 }
  const damaged = new Set<string>()
  const reads = createReads(db, damaged)
  const writes: Writes = { ...createWrites(db, damaged), cutLog: createCutLog(db, damaged, reads) }
  const verbs: Verbs = { ...reads, ...writes, ...createUpkeep(db, () => stats) }

  port.on('message', (first: Call) => {
    const calls = [first, ...waiting(port)]
    writeTogether(calls.filter(call => call.verb in writes))
    for (const call of calls.filter(call => !(call.verb in writes))) {
      const answer: Answer = { id: call.id, ...attempt(() => run(verbs, call)) }
      port.postMessage([answer], buffersOf(answer))
      if (call.verb !== 'close') continue
      unlock()
      port.close()
    }
  })

  function writeTogether(calls: Call[]): void {
    if (calls.length === 0) return
    const settled = commitTogether(
      db,
      calls.map(call => () => run(verbs, call)),
      () => {
        stats.commits += 1
      },
    )
    const answers = settled.map((job, i): Answer => {
      const call = calls[i] as Call
      if ('thrown' in job) return { id: call.id, ...failure(job.thrown) }
      if (call.verb === 'append') stats.appends += 1
      return { id: call.id, value: job.value }
    })
    port.postMessage(answers)
  }
}

function* waiting(port: MessagePort): Generator<Call> {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) yield next.message
}

type Handlers = { [V in Verb]: (...args: Args[V]) => Values[V] }

function run<V extends Verb>(handlers: Handlers, call: CallOf<V>): Values[V] {
  return handlers[call.verb](...call.args)
}

function attempt<T>(job: () => T): Outcome<T> {
  try {
    return { value: job() }
  } catch (error) {
    return failure(error)
  }
}

function failure(error: unknown): { error: Failure } {
  const { code, message } = toStoreError(error)
  return { error: { code, message } }
}

/** Document bytes are handed over instead of copied; nobody here looks at them again. */
function buffersOf(answer: Answer): ArrayBuffer[] {
  if (!('value' in answer) || typeof answer.value !== 'object' || answer.value === null) return []
  if (!('updates' in answer.value)) return []
  const { snapshot, updates } = answer.value
  return sharedBuffers(snapshot === null ? updates : [snapshot, ...updates])
}
