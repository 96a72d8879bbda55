import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fuzzFrames } from './support/fuzzFrames.ts'

export const name = 'Fuzz: a million broken frames'

/** Bytes by which the heap may be larger at the end than after the first tenth. */
const GROWTH = 20 * 1024 * 1024

export async function run(seed: number): Promise<string> {
  setFlagsFromString('--expose-gc')
  globalThis.gc = runInNewContext('gc')
  const { frames, closed, changed, slowest, heapAfter } = await fuzzFrames(seed, 1_000_000)
  const early = Math.max(...heapAfter.slice(0, heapAfter.length / 10))
  const late = Math.max(...heapAfter.slice(-heapAfter.length / 10))
  if (late > early + GROWTH) throw new Error(`SEED=${seed}: the heap grew from ${early} to ${late} bytes.`)
  const [before, after] = [early, late].map(bytes => `${(bytes / 1024 / 1024).toFixed(0)} MiB`)
  return `${frames} frames, ${closed} connections closed, ${changed} times edited, all documents equal, slowest frame ${slowest.toFixed(0)} ms, heap ${before} early and ${after} late`
}
