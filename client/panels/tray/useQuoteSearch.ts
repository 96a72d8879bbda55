import { useEffect, useMemo, useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { quoteFacts } from '../quotes/quoteFacts.ts'
import type { QuoteSearch } from './QuoteSearch.ts'

/**
 * Ids of those of the given quotes that were found, best first; null when nobody searches. The index is loaded and built when somebody
 * first searches; until it is there, plain matching of letters answers.
 */
export function useQuoteSearch(quotes: readonly Quote[], wanted: string): readonly string[] | null {
  const customers = useMap(({ map }) => map.customers)
  const personas = useMap(({ map }) => map.personas)
  const sources = useMap(({ map }) => map.sources)
  const [search, setSearch] = useState<QuoteSearch | null>(null)
  // Counts up when more quotes can be found.
  const [grown, setGrown] = useState(0)
  const isSearching = wanted.trim() !== ''

  useEffect(() => {
    if (!isSearching || search) return
    let left = false
    void import('./QuoteSearch.ts').then(module => {
      if (!left) setSearch(new module.QuoteSearch())
    })
    return () => {
      left = true
    }
  }, [isSearching, search])

  useEffect(() => {
    if (!search || !isSearching) return
    const factsOf = (quote: Quote) => quoteFacts({ customers, personas, sources }, quote).join(' ')
    void search.add(quotes, factsOf).then(() => setGrown(count => count + 1))
  }, [search, quotes, customers, personas, sources, isSearching])

  return useMemo(() => {
    if (!isSearching) return null
    if (search && grown > 0) {
      // The index also knows quotes that were deleted, or that a filter leaves out now.
      const given = new Set(quotes.map(({ id }) => id))
      return search.find(wanted).filter(id => given.has(id))
    }
    const letters = wanted.trim().toLocaleLowerCase()
    return quotes.filter(({ text }) => text.toLocaleLowerCase().includes(letters)).map(({ id }) => id)
  }, [quotes, wanted, isSearching, search, grown])
}
