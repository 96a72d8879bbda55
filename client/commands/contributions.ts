import { createStore, type StoreApi } from 'zustand/vanilla'
import { api } from '../api/api.ts'
import type { Answer } from '../api/failure.ts'
import { readTab, writeTab } from '../api/tabStorage.ts'
import { knownMap } from '../api/tokens.ts'
import type { Contribution, ContributionChange, NewContribution } from '../api/types.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Something that this person contributed. */
export type Mine = Contribution & {
  /** What adds it once more, as far as this browser knows. */
  again: NewContribution
  /** As the server or this person last said; `deleted` by somebody who edits the map. */
  state: 'there' | 'taken-back' | 'deleted'
}

/** By the token of the person: under another name one is somebody else, to whom these do not belong. */
const stores = new Map<string, StoreApi<readonly Mine[]>>()

/**
 * What this person contributed to a map, oldest first. The server lists what stands; what was taken back or deleted is
 * remembered in this tab, so that it can be told and added again.
 */
export function mineOf({ id, token }: Pick<OpenMap, 'id' | 'token'>): StoreApi<readonly Mine[]> {
  const known = stores.get(token)
  if (known) return known
  const key = `verbatim.mine.${id}.${knownMap(id)?.person?.id ?? ''}`
  const stored = readTab(key)
  const store = createStore<readonly Mine[]>(() => (Array.isArray(stored) ? stored.filter(isMine) : []))
  store.subscribe(mine => writeTab(key, mine))
  stores.set(token, store)
  return store
}

/** Asks the server what of this person's contributions stands. The answer is why that failed, or null. */
export async function loadMine(open: OpenMap): Promise<string | null> {
  const asked = mineOf(open).getState()
  const answer = await api(open.token).contributions(open.id)
  if (!answer.ok) return answer.message
  const others = answer.value.contributions.filter(contribution => contribution.kind !== 'vote')
  const standing = new Map(others.map(contribution => [contribution.id, contribution]))
  // What was contributed while the server answered is newer than its answer.
  const known = mineOf(open).getState()
  const before = new Set(asked.map(mine => mine.id))
  const kept = known.map((mine): Mine => {
    const isThere = standing.delete(mine.id)
    if (isThere) return { ...mine, state: mine.state === 'taken-back' ? mine.state : 'there', again: again(open, mine) }
    return mine.state === 'there' && before.has(mine.id) ? { ...mine, state: 'deleted' } : mine
  })
  const unknown = [...standing.values()].flatMap((contribution): Mine[] => {
    const wish = wishOf(open, contribution)
    return wish ? [{ ...contribution, again: wish, state: 'there' }] : []
  })
  mineOf(open).setState([...unknown, ...kept], true)
  return null
}

/** Adds a note or a quote in this person's name. It comes onto the map by sync. */
export async function contribute(open: OpenMap, wish: NewContribution): Promise<Answer<Mine>> {
  const answer = await api(open.token).contribute(open.id, wish)
  if (!answer.ok) return answer
  const mine: Mine = { ...answer.value.contribution, again: wish, state: 'there' }
  mineOf(open).setState([...mineOf(open).getState(), mine], true)
  return { ok: true, value: mine }
}

/** Changes a note, or what is known about a quote. The answer is why that failed, or null. */
export async function changeMine(open: OpenMap, { id }: Mine, change: ContributionChange): Promise<string | null> {
  const answer = await api(open.token).changeContribution(open.id, id, change)
  if (!answer.ok) return answer.message
  replace(open, id, mine => ({ ...mine, again: { ...mine.again, ...change } as NewContribution }))
  return null
}

/** Takes a contribution off the map. The answer is why that failed, or null. */
export async function takeBack(open: OpenMap, mine: Mine): Promise<string | null> {
  const wish = again(open, mine)
  const answer = await api(open.token).takeBackContribution(open.id, mine.id)
  // Somebody deleted it meanwhile, so it is off the map, which is what was asked for.
  if (!answer.ok && answer.code !== 'gone') return answer.message
  replace(open, mine.id, known => ({ ...known, again: wish, state: 'taken-back' }))
  return null
}

/** Map units: where the server puts notes without a place, and how far below one another. */
const BESIDE = { x: -480, step: 160 }

/** A place of its own beside the map, for a note that leaves its cell. */
export function besideTheMap(open: OpenMap): { x: number; y: number } {
  const others = open.map.getState().map.notes.filter(note => note.lane === null && note.x === BESIDE.x)
  return { x: BESIDE.x, y: Math.max(0, ...others.map(note => note.y + BESIDE.step)) }
}

/** Adds again what was taken back or deleted, as a contribution of its own. The answer is why that failed, or null. */
export async function addAgain(open: OpenMap, { id, again: wish }: Mine): Promise<Answer<Mine>> {
  const answer = await api(open.token).contribute(open.id, wish)
  if (!answer.ok) return answer
  const mine: Mine = { ...answer.value.contribution, again: wish, state: 'there' }
  replace(open, id, () => mine)
  return { ok: true, value: mine }
}

/** Takes what is no longer on the map off the list. */
export function forgetMine(open: OpenMap, { id }: Mine): void {
  const store = mineOf(open)
  store.setState(
    store.getState().filter(mine => mine.id !== id),
    true,
  )
}

function replace(open: OpenMap, id: string, by: (mine: Mine) => Mine): void {
  const store = mineOf(open)
  store.setState(
    store.getState().map(mine => (mine.id === id ? by(mine) : mine)),
    true,
  )
}

/** How it lies on the map now. Of a quote the words as they were sent, for those on the map may be struck out. */
function again(open: OpenMap, mine: Mine): NewContribution {
  const wish = wishOf(open, mine)
  if (!wish) return mine.again
  return wish.kind === 'quote' ? { ...wish, text: mine.again.text } : wish
}

/** What would contribute a record of the map; null when it is not on the map. */
function wishOf(open: OpenMap, { kind, record }: Contribution): NewContribution | null {
  const { map } = open.map.getState()
  if (kind === 'note') {
    const note = map.notes.find(({ id }) => id === record)
    return note ? { kind, text: note.text, stage: note.stage, lane: note.lane, x: note.x, y: note.y } : null
  }
  const quote = map.quotes.find(({ id }) => id === record)
  if (!quote) return null
  const { text, customer, how, touchpoint, saidOn, channel } = quote
  return { kind, text, customer, how, touchpoint, saidOn, channel, quoteKind: quote.kind }
}

function isMine(value: unknown): value is Mine {
  if (typeof value !== 'object' || value === null) return false
  const { id, kind, record, again: wish, state } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    (kind === 'note' || kind === 'quote') &&
    typeof record === 'string' &&
    typeof (wish as { text?: unknown } | null)?.text === 'string' &&
    (state === 'there' || state === 'taken-back' || state === 'deleted')
  )
}
