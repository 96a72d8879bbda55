import { type ChildProcess, fork } from 'node:child_process'
import type { DrawJob, Drawn } from './DrawJob.ts'

/** Megabytes of JavaScript heap that one drawing may take. */
const HEAP = 1024

const FAILED: Drawn = {
  ok: false,
  code: 'picture_failed',
  message: 'This was too much for the server to draw. Choose a smaller scale, or export JSON.',
}

let child: ChildProcess | null = null
let newest = 0
const waiting = new Map<number, (drawn: Drawn) => void>()

/** The drawing process, started when it is first needed; it never keeps the server from leaving. */
function drawingProcess(): ChildProcess {
  if (child) return child
  const fresh = fork(new URL('./drawingProcess.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  fresh.on('message', (answer: { id: number; drawn: Drawn }) => settle(answer.id, answer.drawn))
  const ended = () => {
    if (child === fresh) child = null
    for (const id of waiting.keys()) settle(id, FAILED)
  }
  fresh.on('exit', ended)
  fresh.on('error', ended)
  child = fresh
  return fresh
}

function settle(id: number, drawn: Drawn): void {
  waiting.get(id)?.(drawn)
  waiting.delete(id)
  if (waiting.size > 0) return
  child?.unref()
  child?.channel?.unref()
}

/** Draws a file in another process. Never rejects: what can't be drawn is answered with a sentence. */
export function drawOutside(job: DrawJob): Promise<Drawn> {
  const id = ++newest
  return new Promise(resolve => {
    waiting.set(id, resolve)
    const drawing = drawingProcess()
    drawing.ref()
    drawing.channel?.ref()
    drawing.send({ id, job }, error => {
      if (error) settle(id, FAILED)
    })
  })
}
