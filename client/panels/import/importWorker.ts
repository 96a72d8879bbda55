import { type Reply, type Wish, work } from './importWork.ts'

/** Wishes wait for those before them, as reading a workbook takes a while. */
let last: Promise<unknown> = Promise.resolve()

// Reading and planning thousands of rows takes longer than a frame; here it holds nobody up.
addEventListener('message', ({ data }: MessageEvent<Wish>) => {
  const { number } = data
  const reply = (message: Reply) => postMessage(message)
  last = last
    .then(() => work(data, rows => reply({ number, rows })))
    .then(answer => reply({ number, answer }))
    // As an error of this worker, which is how the page hears of its failing.
    .catch((error: unknown) => reportError(error))
})
