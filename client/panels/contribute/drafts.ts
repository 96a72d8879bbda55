import { useCallback, useSyncExternalStore } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { readTab, writeTab } from '../../api/tabStorage.ts'
import type { OpenMap } from '../../store/MapContext.tsx'

/** A quote as far as somebody has written it. `customer` is a record's id, `new`, or '' for unknown. */
export type QuoteDraft = {
  text: string
  customer: string
  kind: Quote['kind']
  how: Quote['how']
  /** '' while it is on no touchpoint. */
  touchpoint: string
  saidOn: string
  channel: string
}

/** A note as far as somebody has written it; both '' for one beside the map. */
export type NoteDraft = { text: string; stage: string; lane: string }

const EMPTY = {
  quote: { text: '', customer: 'new', kind: 'other', how: 'noted', touchpoint: '', saidOn: '', channel: '' },
  note: { text: '', stage: '', lane: '' },
} satisfies { quote: QuoteDraft; note: NoteDraft }

type Drafts = { quote: QuoteDraft; note: NoteDraft }

const drafts = new Map<string, Record<string, string>>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The draft of a map; the very same object until it changes. */
function read<K extends keyof Drafts>(map: string, what: K): Drafts[K] {
  const key = keyOf(map, what)
  const stored = drafts.get(key) ?? merged(EMPTY[what], readTab(key))
  drafts.set(key, stored)
  return stored as Drafts[K]
}

function write<K extends keyof Drafts>(map: string, what: K, fields: Partial<Drafts[K]>): void {
  const draft = { ...read(map, what), ...fields }
  drafts.set(keyOf(map, what), draft)
  writeTab(keyOf(map, what), draft)
  for (const listener of listeners) listener()
}

function keyOf(map: string, what: keyof Drafts): string {
  return `verbatim.draft.${what}.${map}`
}

/** Whatever stands in the storage, only texts under known names come out. */
function merged(empty: Record<string, string>, stored: unknown): Record<string, string> {
  if (typeof stored !== 'object' || stored === null) return empty
  const known = Object.entries(stored).filter(([name, value]) => name in empty && typeof value === 'string')
  return { ...empty, ...Object.fromEntries(known) }
}

/**
 * What somebody began to add to a map. It outlives the form and a reload, until it is added or thrown away; who spoke
 * and where stays for the next one, which is mostly of the same conversation.
 */
export function useDraft<K extends keyof Drafts>(
  map: string,
  what: K,
): {
  draft: Drafts[K]
  /** Whether there are words. */
  begun: boolean
  change(fields: Partial<Drafts[K]>): void
  /** Throws everything away. */
  discard(): void
} {
  const draft = useSyncExternalStore(subscribe, () => read(map, what))
  const change = useCallback((fields: Partial<Drafts[K]>) => write(map, what, fields), [map, what])
  const discard = useCallback(() => write(map, what, EMPTY[what] as Drafts[K]), [map, what])
  return { draft, begun: draft.text.trim() !== '', change, discard }
}

/** Opens the form for a quote on this touchpoint. */
export function contributeQuoteOn({ id, view }: Pick<OpenMap, 'id' | 'view'>, touchpoint: string): void {
  write(id, 'quote', { touchpoint })
  view.setState({ contributing: 'quote' })
}
