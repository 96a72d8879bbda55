import { add, type Change, set } from '#shared/doc/change.ts'
import { guessesFor, guessOf, teamGuess } from '#shared/model/evidence/guesses.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { knownMap } from '../api/tokens.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** Under whose id this person’s guesses are kept; people without a name share one. */
export function guesser({ id }: Pick<OpenMap, 'id'>): string {
  return knownMap(id)?.person?.id ?? ''
}

/** What keeps one person’s guess for an assumption beside those of the others; null takes it back. */
export function guessChanges(open: OpenMap, assumption: string, feeling: number | null): Change[] {
  const by = guesser(open)
  const { guesses } = open.map.getState().map
  const own = guessOf(guesses, assumption, by)
  if (feeling !== null && own) return [set('guesses', own.id, { feeling })]
  if (feeling !== null) return [add('guesses', KINDS.guesses.make({ id: newId(), assumption, by, feeling }))]
  return guesses
    .filter(guess => guess.assumption === assumption && guess.by === by)
    .map(({ id }): Change => ({ do: 'remove', kind: 'guesses', id }))
}

/** What the team as a whole guesses once this person guesses so: see `teamGuess`. Null where nobody is left. */
export function feelingOfTeam(open: OpenMap, assumption: string, feeling: number | null): number | null {
  const by = guesser(open)
  const { guesses } = open.map.getState().map
  const others = guessesFor({ guesses: guesses.filter(guess => guess.by !== by) }, assumption)?.values ?? []
  if (feeling !== null) return teamGuess(others, feeling)
  const [first] = others
  return first === undefined ? null : teamGuess(others.slice(1), first)
}
