import { fork } from 'node:child_process'
import { oneAtATime } from '../imports/oneAtATime.ts'
import { type CleanPicture, FAILED } from './CleanPicture.ts'

/** Milliseconds for one picture; the largest that are let in take about one second. */
const PATIENCE = 20_000

// Decoded pictures are large, so that only one process at a time has them.
const inTurn = oneAtATime()

/**
 * Makes pictures from outside safe to keep and to show, each on its own, in a process that ends with it. Never rejects:
 * what can't be read is answered with a sentence.
 */
export function cleanPictures(files: readonly Uint8Array[]): Promise<CleanPicture[]> {
  if (files.length === 0) return Promise.resolve([])
  return inTurn('pictures', () => inProcess(files))
}

export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture> {
  const [picture = FAILED] = await cleanPictures([bytes])
  return picture
}

function inProcess(files: readonly Uint8Array[]): Promise<CleanPicture[]> {
  return new Promise(resolve => {
    const child = fork(new URL('./pictureProcess.ts', import.meta.url), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE * files.length)
    const settle = (pictures: CleanPicture[]) => {
      clearTimeout(timer)
      resolve(pictures)
    }
    child.once('message', (pictures: CleanPicture[]) => settle(pictures))
    // After the answer this changes nothing any more.
    const failed = () => settle(files.map(() => FAILED))
    child.once('exit', failed)
    child.once('error', failed)
    child.send([...files], error => {
      if (error) failed()
    })
  })
}
