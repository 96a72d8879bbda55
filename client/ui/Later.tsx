import { type ComponentType, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { type Script, script } from './script.ts'
import { toast } from './toast.ts'

/** A part of the page, or of what it can do, that is loaded apart from it. */
export type LaterPart<T> = Script<T> & {
  /** Loads it ahead of its being needed; a failure is left for then. */
  preload(): void
}

const parts = new Set<LaterPart<unknown>>()

/** Declares a part by what imports it. A failed import is tried again by the next `load`. */
export function later<T>(imported: () => Promise<T>): LaterPart<T> {
  const { here, load } = script(imported)
  const part = { here, load, preload: () => void load().catch(() => undefined) }
  parts.add(part)
  return part
}

/** Loads every part ahead that was declared so far: then all are there even when the server is away. */
export function preloadParts(): void {
  for (const part of parts) part.preload()
}

/** Does something with a part: at once when it is there, else as soon as it is. Says so when it can’t be loaded. */
export function withPart<T>(part: LaterPart<T>, work: (part: T) => void): void {
  const here = part.here()
  if (here !== null) work(here)
  else part.load().then(work, () => toast('This can’t be loaded while the server is away. The map goes on.', AWAY))
}

const AWAY = { id: 'part', tone: 'error' } as const

type State<P> = { name: 'loading' } | { name: 'failed' } | { name: 'here'; Part: ComponentType<P> }

/**
 * Shows a part when it is there. Unlike with React's `lazy`, a part that can't be loaded, because the server is away,
 * says so in its own place and can be tried again: the rest of the page stays.
 */
export function Later<P extends object>({ part, props }: { part: LaterPart<ComponentType<P>>; props: P }) {
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
