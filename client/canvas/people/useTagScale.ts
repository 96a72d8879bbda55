import { useStore } from '@xyflow/react'

/**
 * How much larger than the map what says whose something is has to be, so that it can be read from afar. In steps, so that
 * few of the frames of a zoom render anything.
 */
export function useTagScale(): number {
  return useStore(({ transform: [, , zoom] }) => tagScale(zoom))
}

/** At most a fifth larger or smaller on the screen than at 100 %; never smaller than the map. */
export function tagScale(zoom: number): number {
  return Math.max(1, 2 ** (Math.round(-2 * Math.log2(zoom)) / 2))
}
