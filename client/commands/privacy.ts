import type { TextSpan } from '#shared/util/blackened.ts'
import type { Answer } from '../api/failure.ts'
import { ask } from '../api/request.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** How many quotes went, and how many versions were gone through. */
export type Gone = { quotes: number; versions: number }

/** Milliseconds for which one's own edits may take to reach the server before its history is rewritten. */
const PATIENCE = 5_000

/**
 * Takes a customer's words out of the map and all of its history. Everybody's page opens the map anew; nothing of it can
 * be undone.
 */
export async function withdraw(open: OpenMap, customer: string): Promise<Answer<Gone>> {
  await sent(open)
  return ask<Gone>(`${pathOf(open)}/customers/${encodeURIComponent(customer)}/withdraw`, post(open, {}))
}

/** As `withdraw`, and the customer goes too. For facilitators. */
export async function erase(open: OpenMap, customer: string): Promise<Answer<Gone>> {
  await sent(open)
  const path = `${pathOf(open)}/customers/${encodeURIComponent(customer)}`
  return ask<Gone>(path, { method: 'DELETE', token: open.token })
}

/** Blacks words of a quote out, in the map and all of its history. The server keeps the original. */
export async function blackOut(
  open: OpenMap,
  quote: string,
  spans: readonly TextSpan[],
): Promise<Answer<{ text: string }>> {
  await sent(open)
  return ask(`${pathOf(open)}/quotes/${encodeURIComponent(quote)}/redact`, post(open, { spans }))
}

/** Shows again what was blacked out by hand; what was found automatically stays black. It changes by sync. */
export function showAgain(open: OpenMap, quote: string): Promise<Answer<{ text: string }>> {
  const path = `${pathOf(open)}/quotes/${encodeURIComponent(quote)}/redact`
  return ask(path, { method: 'DELETE', token: open.token })
}

function pathOf({ id }: OpenMap): string {
  return `/api/maps/${encodeURIComponent(id)}`
}

function post({ token }: OpenMap, json: unknown) {
  return { method: 'POST' as const, token, json }
}

/** Waits for edits that are on their way: what the server has not heard of would have to be set aside. */
function sent({ session }: OpenMap): Promise<void> {
  const { state } = session.saved
  if (state !== 'saving') return Promise.resolve()
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(patience)
      stop()
      resolve()
    }
    const patience = setTimeout(end, PATIENCE)
    const stop = session.subscribe(() => session.saved.state !== 'saving' && end())
  })
}
