import { useCallback, useEffect, useState } from 'react'
import type { Closeness } from '#shared/model/similar/groupSimilar.ts'
import { useMap } from '../../store/MapContext.tsx'
import { similarFinder, type Themes } from './SimilarFinder.ts'

/** Looking for themes: how far it is (0…1), what was found, or that it was stopped or failed. */
export type ThemesState =
  | { is: 'looking'; part: number }
  | ({ is: 'found' } & Themes)
  | { is: 'stopped' }
  | { is: 'failed' }

/**
 * Looks for themes in the quotes that count now, once when the view opens and again when asked; with a touchpoint in those
 * that lie on it.
 */
export function useThemes(closeness: Closeness, on: string | null): { state: ThemesState; look(): void; stop(): void } {
  const [state, setState] = useState<ThemesState>({ is: 'looking', part: 0 })
  const [round, setRound] = useState(0)
  const evidence = useMap(view => view.evidence)
  const among = on === null ? evidence.spoken() : evidence.quotesOn(on)
  const [taken, setTaken] = useState({ on, quotes: among })
  // Another place is looked at anew; what others add meanwhile waits until somebody asks.
  const quotes = taken.on === on ? taken.quotes : among
  if (taken.on !== on) setTaken({ on, quotes: among })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round looks again at the same quotes.
  useEffect(() => {
    let left = false
    let isDone = false
    setState({ is: 'looking', part: 0 })
    similarFinder
      .themes(quotes, closeness, part => left || setState({ is: 'looking', part }))
      .then(
        found => left || setState({ is: 'found', ...found }),
        () => left || setState(before => (before.is === 'stopped' ? before : { is: 'failed' })),
      )
      .finally(() => {
        isDone = true
      })
    return () => {
      left = true
      if (!isDone) similarFinder.stop()
    }
  }, [quotes, closeness, round])
  return {
    state,
    look: useCallback(() => {
      setTaken({ on, quotes: among })
      setRound(before => before + 1)
    }, [on, among]),
    stop: useCallback(() => {
      similarFinder.stop()
      setState({ is: 'stopped' })
    }, []),
  }
}
