import { createStore, type StoreApi } from 'zustand/vanilla'
import { api } from '../api/api.ts'
import type { CastVote } from '../api/types.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** By the token of the person: under another name one is somebody else, whose votes these are not. */
const stores = new Map<string, StoreApi<readonly CastVote[]>>()

/** The votes that this person cast on a map, as the server last said; where they lie now, the map says. */
export function votesCast({ token }: Pick<OpenMap, 'token'>): StoreApi<readonly CastVote[]> {
  const known = stores.get(token) ?? createStore<readonly CastVote[]>(() => [])
  stores.set(token, known)
  return known
}

/** Asks the server which votes are this person's. The answer is why that failed, or null. */
export async function loadVotes(open: OpenMap): Promise<string | null> {
  const answer = await api(open.token).contributions(open.id)
  if (!answer.ok) return answer.message
  const cast = answer.value.contributions.filter(contribution => contribution.kind === 'vote')
  const listed = new Set(cast.map(({ id }) => id))
  // What was cast while the server answered is newer than its answer.
  const since = votesCast(open)
    .getState()
    .filter(({ id }) => !listed.has(id))
  votesCast(open).setState([...cast, ...since], true)
  return null
}

/** Votes for an opportunity in this person's name; the vote comes onto the map by sync. The answer is why not, or null. */
export async function castVote(open: OpenMap, opportunity: string): Promise<string | null> {
  const answer = await api(open.token).vote(open.id, opportunity)
  // In another window of this person: what stands is learned anew.
  if (!answer.ok && answer.code === 'already_voted') return loadVotes(open)
  if (!answer.ok) return answer.message
  votesCast(open).setState([...votesCast(open).getState(), answer.value.contribution], true)
  return null
}

/** Takes votes of this person back. The answer is why not, or null. */
export async function takeVotesBack(open: OpenMap, votes: readonly CastVote[]): Promise<string | null> {
  for (const vote of votes) {
    const answer = await api(open.token).takeBackContribution(open.id, vote.id)
    // Off the map already, which is what was asked for.
    if (!answer.ok && answer.code !== 'gone') return answer.message
    const left = votesCast(open)
      .getState()
      .filter(({ id }) => id !== vote.id)
    votesCast(open).setState(left, true)
  }
  return null
}
