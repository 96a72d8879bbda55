import { useCallback, useSyncExternalStore } from 'react'
import type { Quote } from '#shared/model/kinds.ts'

/** A quote as far as somebody has written it. `customer` is a record's id, `new`, or '' for unknown. */
export type QuoteDraft = {
  text: string
  customer: string
  kind: Quote['kind']
  how: Quote['how']
  feeling: number | null
  saidOn: string
  channel: string
}

const EMPTY: QuoteDraft = {
  text: '',
  customer: 'new',
  kind: 'other',
  how: 'noted',
  feeling: null,
  saidOn: '',
  channel: '',
}

const drafts = new Map<string, QuoteDraft>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function write(key: string, draft: QuoteDraft | null): void {
  if (draft) drafts.set(key, draft)
  else drafts.delete(key)
  for (const listener of listeners) listener()
}

/**
 * What somebody began to write under a key, kept in memory until it is added or thrown away: a press beside the panel
 * loses nothing.
 */
export function useDraft(key: string): {
  draft: QuoteDraft
  /** Whether there are words. */
  begun: boolean
  change(fields: Partial<QuoteDraft>): void
  discard(): void
} {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(key)) ?? EMPTY
  const change = useCallback(
    (fields: Partial<QuoteDraft>) => write(key, { ...(drafts.get(key) ?? EMPTY), ...fields }),
    [key],
  )
  const discard = useCallback(() => write(key, null), [key])
  return { draft, begun: draft.text.trim() !== '', change, discard }
}

/** Whether words were begun under a key and neither added nor thrown away. */
export function hasDraft(key: string): boolean {
  return (drafts.get(key)?.text.trim() ?? '') !== ''
}
