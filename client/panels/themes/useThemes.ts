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

/** Looks for themes in the quotes that count now, once when the view opens and again when asked. */
export function useThemes(closeness: Closeness): { state: ThemesState; look(): void; stop(): void } {
  const [state, setState] = useState<ThemesState>({ is: 'looking', part: 0 })
  const [round, setRound] = useState(0)
  const evidence = useMap(view => view.evidence)
  const [quotes, setQuotes] = useState(() => evidence.spoken())
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
      setQuotes(evidence.spoken())
      setRound(before => before + 1)
    }, [evidence]),
    stop: useCallback(() => {
      similarFinder.stop()
      setState({ is: 'stopped' })
    }, []),
  }
}
