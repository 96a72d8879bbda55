import { type SimilarReply, type SimilarWish, work } from './similarWork.ts'

// Comparing thousands of quotes with each other takes seconds; here it holds nobody up.
addEventListener('message', ({ data }: MessageEvent<SimilarWish>) => {
  const reply = (message: SimilarReply) => postMessage(message)
  const answer = work(data, done => reply({ number: data.number, done }))
  reply({ number: data.number, answer })
})
