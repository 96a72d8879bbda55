import { type Reply, type Wish, work } from './importWork.ts'

// Reading and planning thousands of rows takes longer than a frame; here it holds nobody up.
addEventListener('message', ({ data }: MessageEvent<Wish>) => {
  const reply: Reply = { number: data.number, answer: work(data) }
  postMessage(reply)
})
