import type { Reply, Work } from './importWork.ts'

/** A file in a worker of its own. Answers come in the order of the questions. */
export class Importer {
  private readonly worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(error: Error): void; onRows: ((done: number) => void) | undefined }
  >()
  private number = 0

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asked = this.waiting.get(data.number)
      if ('rows' in data) {
        asked?.onRows?.(data.rows)
        return
      }
      asked?.resolve(data.answer)
      this.waiting.delete(data.number)
    }
    this.worker.onerror = event => {
      for (const { reject } of this.waiting.values()) reject(new Error(event.message))
      this.waiting.clear()
    }
  }

  /** Rejects when the worker fails, which is our own mistake or a browser without memory. */
  ask<K extends keyof Work>(
    what: K,
    wish: Work[K]['ask'],
    onRows?: (done: number) => void,
  ): Promise<Work[K]['answer']> {
    const number = ++this.number
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve: answer => resolve(answer as Work[K]['answer']), reject, onRows })
      this.worker.postMessage({ ...wish, what, number })
    })
  }

  close(): void {
    this.worker.terminate()
    this.waiting.clear()
  }
}
