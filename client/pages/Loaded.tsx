import { type ReactNode, useLayoutEffect, useState } from 'react'
import type { Script } from '../ui/script.ts'

type State<M> = { here: M } | { failure: unknown } | null

/**
 * Shows a page as soon as its script is here, and nothing before. React's `lazy` keeps back for 300 ms what had to be
 * waited for, so that pages of many such parts don't flicker; here it would hold up the first sight of every map. What
 * can't be loaded is thrown, for the boundary around it.
 */
export function Loaded<M>({ from, children }: { from: Script<M>; children(script: M): ReactNode }) {
  const [state, setState] = useState<State<M>>(() => stateOf(from))
  useLayoutEffect(() => {
    if (from.here() !== null) return
    let left = false
    from.load().then(
      here => !left && setState({ here }),
      failure => !left && setState({ failure }),
    )
    return () => {
      left = true
    }
  }, [from])

  if (state === null) return null
  if ('failure' in state) throw state.failure
  return children(state.here)
}

function stateOf<M>(from: Script<M>): State<M> {
  const here = from.here()
  return here === null ? null : { here }
}
