import type { Reading } from '../../store/reading.ts'

/** Shows the words behind a number of one side; `title` says of which part of the map it is. */
export type OnReadSide = (at: 0 | 1, title: string, behind: Reading['behind']) => void
