import { type ChildProcess, fork } from 'node:child_process'
import type { Picture, PictureJob } from './PictureJob.ts'

/** Megabytes of JavaScript heap that one picture may take. */
const HEAP = 1024

const FAILED: Picture = {
  ok: false,
  code: 'picture_failed',
  message: 'The picture was too much for the server. Choose a smaller scale, or export JSON.',
}

let child: ChildProcess | null = null
let newest = 0
const waiting = new Map<number, (picture: Picture) => void>()

/** The drawing process, started when it is first needed; it never keeps the server from leaving. */
function drawingProcess(): ChildProcess {
  if (child) return child
  const fresh = fork(new URL('./pictureProcess.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  fresh.on('message', (answer: { id: number; picture: Picture }) => settle(answer.id, answer.picture))
  const ended = () => {
    if (child === fresh) child = null
    for (const id of waiting.keys()) settle(id, FAILED)
  }
  fresh.on('exit', ended)
  fresh.on('error', ended)
  child = fresh
  return fresh
}

function settle(id: number, picture: Picture): void {
  waiting.get(id)?.(picture)
  waiting.delete(id)
  if (waiting.size > 0) return
  child?.unref()
  child?.channel?.unref()
}

/** Draws a map as a PNG in another process. Never rejects: what can't be drawn is answered with a sentence. */
export function renderPng(job: PictureJob): Promise<Picture> {
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
