import { type ComponentType, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** A part of the page that is loaded apart from it. */
export type LaterPart<P> = {
  here(): ComponentType<P> | null
  load(): Promise<ComponentType<P>>
  /** Loads it ahead of its being shown; a failure is left for then. */
  preload(): void
}

/** Declares a part by what imports it. A failed import is tried again by the next `load`. */
export function later<P>(imported: () => Promise<ComponentType<P>>): LaterPart<P> {
  let here: ComponentType<P> | null = null
  const load = async () => {
    here ??= await imported()
    return here
  }
  return { here: () => here, load, preload: () => void load().catch(() => undefined) }
}

type State<P> = { name: 'loading' } | { name: 'failed' } | { name: 'here'; Part: ComponentType<P> }

/**
 * Shows a part when it is there. Unlike with React's `lazy`, a part that can't be loaded, because the server is away,
 * says so in its own place and can be tried again: the rest of the page stays.
 */
export function Later<P extends object>({ part, props }: { part: LaterPart<P>; props: P }) {
  const [state, setState] = useState<State<P>>(() => {
    const Part = part.here()
    return Part ? { name: 'here', Part } : { name: 'loading' }
  })
  useEffect(() => {
    if (state.name !== 'loading') return
    let left = false
    part.load().then(
      Part => !left && setState({ name: 'here', Part }),
      () => !left && setState({ name: 'failed' }),
    )
    return () => {
      left = true
    }
  }, [part, state.name])

  if (state.name === 'here') return <state.Part {...props} />
  if (state.name === 'loading') return null
  return (
    <EmptyState action={<Button onClick={() => setState({ name: 'loading' })}>Try again</Button>}>
      This part can’t be loaded while the server is away. The map goes on.
    </EmptyState>
  )
}
