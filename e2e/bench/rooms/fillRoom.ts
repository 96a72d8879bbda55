import { addressOf, auth, KIND, NO_ADDRESS, Reader, STEP, step1, step2 } from './frames.ts'
import { RawSocket } from './RawSocket.ts'
import type { Door } from './systems.ts'

/** Puts a document into a new room. Resolves when the server has it all, with what leaves the room. */
export function fillRoom(port: number, { path, document }: Door, update: Uint8Array): Promise<() => void> {
  const { promise, resolve, reject } = Promise.withResolvers<() => void>()
  const address = document === null ? NO_ADDRESS : addressOf(document)
  const reader = new Reader()
  let answers = 0
  const socket = new RawSocket(port, path, {
    opened: () => socket.send(document === null ? step1(address) : auth(address)),
    frame(bytes) {
      reader.start(bytes, address.length)
      const kind = reader.number()
      if (kind === KIND.auth) socket.send(step1(address))
      if (kind !== KIND.sync || reader.number() !== STEP.step2) return
      answers += 1
      if (answers === 1) {
        socket.send(step2(address, update))
        // Answered after that was taken in.
        socket.send(step1(address))
      } else {
        socket.keep = 0
        resolve(() => socket.end())
      }
    },
    closed: code => reject(new Error(`The server closed a connection with ${code}.`)),
  })
  return promise
}
