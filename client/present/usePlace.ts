import { useCallback, useState } from 'react'

type Named = { readonly id: string }

/** Where one is in a list that others change meanwhile: at the same entry, or where it stood when it is gone. */
export function placeOf(list: readonly Named[], at: { id: string; index: number }): number {
  const found = list.findIndex(({ id }) => id === at.id)
  return found >= 0 ? found : Math.max(0, Math.min(at.index, list.length - 1))
}

/** The place in a list, and a way to another. `start` is the id to begin at. */
export function usePlace(list: readonly Named[], start: string | null): readonly [number, (index: number) => void] {
  const [at, setAt] = useState(() => ({ id: start ?? list[0]?.id ?? '', index: 0 }))
  const index = placeOf(list, at)
  const go = useCallback(
    (wanted: number) => {
      const next = Math.max(0, Math.min(wanted, list.length - 1))
      setAt({ id: list[next]?.id ?? '', index: next })
    },
    [list],
  )
  return [index, go]
}
