import { useMemo } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { countWords } from '../countWords.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'

/** How much of what was said on the map counts now: `Counting 214 of 3,421 quotes, 63 customers`. */
export function Counted() {
  const map = useMap(view => view.map)
  const all = useMemo(() => spokenQuotes(map).length, [map])
  const quotes = useMap(({ evidence }) => evidence.spoken().length)
  const customers = useMap(({ evidence }) => evidence.customersOnMap)
  return `Counting ${quotes.toLocaleString('en-GB')} of ${countWords(all, 'quote')}, ${countWords(customers, 'customer')}`
}
