import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Tasks } from './tasks.ts'

/** MiB of heap for one task: a map at all its limits needs about half. */
const MEMORY = 1536

/** A task that needs more memory than a map within its limits ever does. */
export class TooMuch extends Error {}

/**
 * Does a task on a thread of its own, so that what takes long holds up nobody else. `moved` are buffers of the input
 * that go there for good. Rejects with `TooMuch` when it runs out of memory, else with what the task threw.
 */
export async function inThread<T extends keyof Tasks>(
  task: T,
  input: Parameters<Tasks[T]>[0],
  moved: ArrayBuffer[] = [],
): Promise<Awaited<ReturnType<Tasks[T]>>> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { task, input },
    transferList: moved,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  try {
    // `once` rejects on 'error'.
    const [output] = (await once(worker, 'message')) as [Awaited<ReturnType<Tasks[T]>>]
    return output
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new TooMuch('A task ran out of memory', { cause: error })
    }
    throw error
  } finally {
    await worker.terminate()
  }
}
