import { useSyncExternalStore } from 'react'

let size = { width: 0, height: 0 }

function now(): typeof size {
  const { innerWidth: width, innerHeight: height } = window
  if (width !== size.width || height !== size.height) size = { width, height }
  return size
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** The window in CSS pixels; the same object until it changes. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  return useSyncExternalStore(subscribe, now)
}
