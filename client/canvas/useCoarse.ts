import { useSyncExternalStore } from 'react'

const QUERY = '(pointer: coarse)'

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(QUERY)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether fingers are what this device is mostly touched with. */
export function useCoarse(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches)
}
