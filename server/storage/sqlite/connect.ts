import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StoreError } from '../StoreError.ts'
import type { Answer, Args, Opened, Values, Verb } from './protocol.ts'

/** The main thread's end of the conversation in `protocol.ts`. */
export interface Connection {
  /** Asks the worker. `transfer` lists buffers in `args` that are moved instead of copied. */
  call<V extends Verb>(verb: V, args: Args[V], transfer?: ArrayBuffer[]): Promise<Values[V]>
  /** Why the worker is gone, or null while it lives or after it was told to close. */
  broken(): StoreError | null
  /** Resolves when the thread has ended. */
  readonly ended: Promise<void>
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: StoreError): void
}

export function startWorker(folder: string): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { workerData: folder })
}

/**
 * The worker's own first message. Under `node --watch` Node tells its parent over the same channel which files the
 * thread imports, and those messages have none of our members.
 */
async function firstWord(worker: Worker): Promise<Opened> {
  for (;;) {
    const [message]: unknown[] = await once(worker, 'message')
    if (typeof message === 'object' && message !== null && 'opened' in message) return message as Opened
  }
}

/** Waits until the worker has opened its database. Rejects with why it could not. */
export async function connect(worker: Worker): Promise<Connection> {
  const opened = await firstWord(worker).catch((error: unknown): Opened => {
    const message = `The storage thread did not start: ${error}`
    return { opened: false, error: { code: 'broken', message } }
  })
  if (!opened.opened) {
    await worker.terminate()
    throw new StoreError(opened.error.code, opened.error.message)
  }

  const pending = new Map<number, Waiting>()
  let lastId = 0
  let broken: StoreError | null = null
  let toldToClose = false

  worker.on('message', (answers: Answer[] | object) => {
    if (!Array.isArray(answers)) return
    for (const answer of answers as Answer[]) {
      const waiting = pending.get(answer.id)
      pending.delete(answer.id)
      if ('value' in answer) waiting?.resolve(answer.value)
      else waiting?.reject(new StoreError(answer.error.code, answer.error.message))
    }
  })
  worker.on('error', error => breakDown(`The storage thread failed: ${String(error)}`))
  worker.on('messageerror', error => breakDown(`The storage thread sent what cannot be read: ${error.message}`))
  const ended = new Promise<void>(resolve => {
    worker.on('exit', code => {
      if (!toldToClose || pending.size > 0) breakDown(`The storage thread ended by itself (code ${code}).`)
      resolve()
    })
  })

  function breakDown(reason: string): void {
    broken ??= new StoreError('broken', reason)
    for (const waiting of pending.values()) waiting.reject(broken)
    pending.clear()
    void worker.terminate()
  }

  return {
    call(verb, args, transfer = []) {
      return new Promise((resolve, reject) => {
        if (broken !== null) throw broken
        lastId += 1
        worker.postMessage({ id: lastId, verb, args }, transfer)
        if (verb === 'close') toldToClose = true
        pending.set(lastId, { resolve: value => resolve(value as Values[typeof verb]), reject })
      })
    },
    broken: () => broken,
    ended,
  }
}
