import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from '../../ui/whenIdle.ts'

/** Touchpoints that are there at once: more than a screen shows. */
const FIRST = 30
/** Touchpoints that are added in one idle moment. */
const STEP = 30
/** Milliseconds after which a busy page goes on nevertheless. */
const PATIENCE = 200

/**
 * How many of `total` touchpoints are drawn: the first at once, the others in idle moments, so that a map of a thousand
 * cards can be read and scrolled from the start.
 */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(FIRST)
  const isDone = count >= total
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step asks for the next one
  useEffect(() => {
    if (isDone) return
    return whenIdle(() => startTransition(() => setCount(now => now + STEP)), PATIENCE)
  }, [count, isDone])
  return count
}
