import { ask } from '../api/request.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/**
 * Hands the server the words of a quote before redaction. While it can't be reached they wait in this page, and are
 * sent when edits are saved again. Resolves to null when the server keeps them, else to one sentence for the person.
 */
export async function keepOriginal(open: OpenMap, quote: string, text: string): Promise<string | null> {
  const path = `/api/maps/${encodeURIComponent(open.id)}/quotes/${encodeURIComponent(quote)}/original`
  for (;;) {
    const answer = await ask<unknown>(path, { method: 'PUT', token: open.token, json: { text } })
    if (answer.ok) return null
    const isWaiting = answer.code === 'unreachable' && open.session.saved.state === 'offline'
    if (!isWaiting || !(await backOnline(open))) return answer.message
  }
}

/** Resolves to true when edits reach the server again, to false when it refuses them for good. */
function backOnline({ session }: OpenMap): Promise<boolean> {
  return new Promise(resolve => {
    const stop = session.subscribe(() => {
      const { state } = session.saved
      if (state === 'offline' || state === 'opening') return
      stop()
      resolve(state !== 'refused')
    })
  })
}
