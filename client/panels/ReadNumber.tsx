import type { ReactNode } from 'react'
import { readBehind } from '../commands/reading.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import type { Reading } from '../store/reading.ts'
import styles from './ReadNumber.module.css'

export type ReadNumberProps = {
  reading: Reading
  /** What is read aloud, where the number alone says too little. */
  name?: string
  /** The number as it stands, such as “4 customers”. */
  children: ReactNode
}

/** A number of customers; it leads to their words. */
export function ReadNumber({ reading, name, children }: ReadNumberProps) {
  const open = useOpenMap()
  return (
    <button type="button" className={styles.number} aria-label={name} onClick={() => readBehind(open, reading)}>
      {children}
    </button>
  )
}
