/** What a drag of quotes carries: a JSON array of their ids. The canvas and pain points take it. */
const QUOTES_TYPE = 'application/x-verbatim-quotes'

/** Whether a drag brings quotes. What they are can be read only when it is dropped. */
export function carriesQuotes(data: DataTransfer): boolean {
  return data.types.includes(QUOTES_TYPE)
}

/** The ids of the quotes that were dropped; none for anything else. */
export function carriedQuotes(data: DataTransfer): string[] {
  try {
    const ids: unknown = JSON.parse(data.getData(QUOTES_TYPE) || '[]')
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Starts a drag of quotes; `words` is what lands in another program. */
export function carryQuotes(data: DataTransfer, ids: readonly string[], words: string): void {
  data.setData(QUOTES_TYPE, JSON.stringify(ids))
  data.setData('text/plain', words)
  data.effectAllowed = 'copyMove'
}
