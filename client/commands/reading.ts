import type { TextSpan } from '#shared/util/blackened.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Reading } from '../store/reading.ts'

/** Opens a quote over everything else to be read in full; with an excerpt at that one. */
export function readQuote(open: OpenMap, quote: string, excerpt: string | null = null): void {
  open.view.setState({ fullQuote: { quote, excerpt, marked: null } })
}

/** Opens a quote with some of its words marked, to make an excerpt of them. */
export function beginExcerpt(open: OpenMap, quote: string, marked: TextSpan): void {
  open.view.setState({ fullQuote: { quote, excerpt: null, marked } })
}

/** Shows the words behind a number of the map. */
export function readBehind(open: OpenMap, reading: Reading): void {
  open.view.setState({ wordsBehind: reading })
}
