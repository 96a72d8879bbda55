import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Role } from '#shared/model/roles.ts'
import {
  type Anchor,
  type Dragged,
  PRESENCE_SELECTION,
  type Presence,
  presencePace,
  readPresence,
} from '#shared/protocol/presence.ts'
import type { MapSession } from './MapSession.ts'

/** Somebody who has the map open, in one window. */
export type Person = {
  /** Different for each window. */
  key: string
  /** The person's id, or null for whoever came with a link and no name of their own. */
  id: string | null
  name: string
  color: string
  /** As the server says it; null for whoever it knows only by a link, and for oneself. */
  role: Role | null
  self: boolean
}

/** What one window shows of another: who it is, where they point, what they have selected. */
export type Other = Presence & { key: string }

/** How this window's person is called and coloured. */
export type Introduction = { name: string; color: string }

const people = createStore<{ people: readonly Person[] }>(() => ({ people: [] }))

/** Who has the map open that is on this page; renders again only when somebody comes, goes or is renamed. */
export function usePeople(): readonly Person[] {
  return useStore(people, state => state.people)
}

export type PresenceLink = {
  /** Tells where the pointer is; null when it is not over the map. */
  point(anchor: Anchor | null): void
  /** Tells what is selected. */
  select(ids: readonly string[]): void
  /** Tells which cards are dragged and how far; null when they are let go. */
  drag(dragged: Dragged | null): void
  /** The other windows, as they were last heard of. */
  others(): readonly Other[]
  /** Calls back when another window moved, selected, came or left. Returns what stops it. */
  subscribe(listener: () => void): () => void
  /** Says that this person left the map. */
  leave(): void
}

type Session = Pick<MapSession, 'awareness' | 'doc'>

/**
 * Makes this window's person visible to the others and the others visible here. What the others say is checked and
 * never trusted. Only the latest place of the pointer is told, at most every 50 ms and less often among many.
 */
export function enterPresence({ awareness, doc }: Session, introduction: Introduction): PresenceLink {
  const listeners = new Set<() => void>()
  let latest: readonly Other[] = []
  let waiting: ReturnType<typeof setTimeout> | null = null
  let pointed: Anchor | null = null
  let held: Dragged | null = null

  const read = () => {
    latest = [...awareness.getStates()].flatMap(([client, state]): Other[] => {
      const presence = client === doc.clientID ? null : readPresence(state)
      return presence ? [{ ...presence, key: String(client) }] : []
    })
    const { name, color } = readPresence(awareness.getLocalState())?.user ?? introduction
    const self = { key: String(doc.clientID), id: null, name, color, role: null, self: true }
    const next = [self, ...distinct(latest).map(({ key, user }) => ({ key, ...user, self: false }))]
    const known = people.getState().people
    if (JSON.stringify(next) !== JSON.stringify(known)) people.setState({ people: next })
    for (const listener of listeners) listener()
  }
  const tell = () => {
    waiting = null
    const state = awareness.getLocalState()
    if (state) awareness.setLocalState({ ...state, cursor: pointed, drag: held })
  }
  /** What ends is told at once, what moves as often as the server passes it on. */
  const tellSoon = (moves: boolean) => {
    if (moves) waiting ??= setTimeout(tell, presencePace(awareness.getStates().size))
    else {
      if (waiting !== null) clearTimeout(waiting)
      tell()
    }
  }

  awareness.setLocalState({ user: introduction, cursor: null, selection: [], drag: null })
  awareness.on('change', read)
  read()
  return {
    point(anchor) {
      pointed = anchor
      tellSoon(anchor !== null)
    },
    drag(dragged) {
      held = dragged && { ...dragged, ids: dragged.ids.slice(0, PRESENCE_SELECTION) }
      tellSoon(dragged !== null)
    },
    select(ids) {
      awareness.setLocalStateField('selection', ids.slice(0, PRESENCE_SELECTION))
    },
    others: () => latest,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave() {
      if (waiting !== null) clearTimeout(waiting)
      listeners.clear()
      awareness.off('change', read)
      awareness.setLocalState(null)
      people.setState({ people: [] })
    },
  }
}

/** One of the windows of each person; those without an id cannot be told apart and are all kept. */
function distinct(others: readonly Other[]): Other[] {
  const seen = new Set<string>()
  return others.filter(({ user: { id } }) => id === null || (!seen.has(id) && seen.add(id)))
}
