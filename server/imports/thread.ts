import { parentPort, workerData } from 'node:worker_threads'
import { TASKS, type Tasks } from './tasks.ts'

/* A thread that does one task, posts what came out and ends. */

const { task, input }: { task: keyof Tasks; input: never } = workerData
parentPort?.postMessage(await TASKS[task](input))
