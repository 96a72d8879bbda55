/** What quotes are called while they are dragged: a JSON array of their ids. */
export const QUOTES_TYPE = 'application/x-verbatim-quotes'

/** The ids in dropped data; none when it is not what it says. */
export function quoteIds(data: string): string[] {
  try {
    const ids: unknown = JSON.parse(data)
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}
