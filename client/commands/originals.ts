import { ask } from '../api/request.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/**
 * Hands the server the words of a quote before redaction, once the quote itself is on its disk: it keeps originals of
 * quotes that it knows. Resolves to null when it has them, else to one sentence for the person.
 */
export async function keepOriginal(open: OpenMap, quote: string, text: string): Promise<string | null> {
  await savedOnServer(open)
  const path = `/api/maps/${encodeURIComponent(open.id)}/quotes/${encodeURIComponent(quote)}/original`
  const answer = await ask<void>(path, { method: 'PUT', token: open.token, json: { text } })
  return answer.ok ? null : answer.message
}

function savedOnServer({ session }: OpenMap): Promise<void> {
  const { state } = session.saved
  if (state === 'saved' || state === 'refused') return Promise.resolve()
  return new Promise(resolve => {
    const stop = session.subscribe(() => {
      const now = session.saved.state
      if (now !== 'saved' && now !== 'refused') return
      stop()
      resolve()
    })
  })
}
