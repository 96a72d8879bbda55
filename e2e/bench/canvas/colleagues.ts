import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Colleagues } from './colleaguesThread.ts'

/** Brings people in who move until they are told to leave. Resolves, with what sends them away, when all are there. */
export async function invite(colleagues: Colleagues): Promise<() => Promise<unknown>> {
  const thread = new Worker(join(import.meta.dirname, 'colleaguesThread.ts'), { workerData: colleagues })
  await once(thread, 'message')
  return () => thread.terminate()
}
