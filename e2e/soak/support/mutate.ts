import type { Random } from './random.ts'

/** A frame made from good ones: random, cut, with flipped bits or changed bytes, spliced from two, or left as it is. */
export function mutate(random: Random, good: readonly Uint8Array[]): Uint8Array {
  const some = () => Uint8Array.from(good[random(good.length)] ?? [])
  const frame = some()
  switch (random(8)) {
    case 0:
      return Uint8Array.from({ length: random(64) }, () => random(256))
    case 1:
      return frame.subarray(0, random(frame.length + 1))
    case 2: {
      const other = some()
      const head = frame.subarray(0, random(frame.length + 1))
      return Uint8Array.from([...head, ...other.subarray(random(other.length + 1))])
    }
    case 3:
      return frame
    case 4:
      // The length of the bytes inside stays true, so that what is wrong gets further in.
      for (let times = 1 + random(3); times > 0; times -= 1)
        frame[3 + random(Math.max(1, frame.length - 3))] = random(32)
      return frame
    default:
      for (let times = 1 + random(3); times > 0; times -= 1) {
        const at = random(frame.length)
        frame[at] = (frame[at] ?? 0) ^ (1 << random(8))
      }
      return frame
  }
}
