import { useEffect, useState } from 'react'
import type { Selected } from './selected.ts'

/** Milliseconds without another letter after which the panel shows the record as it is. */
const REST = 200

/**
 * What is selected, which while it is `typed` on the canvas is followed when the typing rests: nobody looks at the panel
 * then, and it would be rendered with each letter.
 */
export function useRestingRecord(selected: Selected | null, typed: boolean): Selected | null {
  const [rested, setRested] = useState(selected)
  useEffect(() => {
    const timer = setTimeout(() => setRested(selected), typed ? REST : 0)
    return () => clearTimeout(timer)
  }, [selected, typed])
  const isSame = rested?.record.id === selected?.record.id
  return typed && isSame ? rested : selected
}
