import { type ComponentType, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { type Script, script } from './script.ts'
import { prepareToasts, toast } from './toast.ts'
import { whenIdle } from './whenIdle.ts'

/** A part of the page, or of what it can do, that is loaded apart from it. */
export type LaterPart<T> = Script<T>

/** Milliseconds by which the next part may be late while somebody moves something. */
const PATIENCE = 1_000

const parts = new Set<LaterPart<unknown>>()

/** Declares a part by what imports it. A failed import is tried again by the next `load`. */
export function later<T>(imported: () => Promise<T>): LaterPart<T> {
  const part = script(imported)
  parts.add(part)
  return part
}

/**
 * Loads every part ahead that was declared so far, so that all are there even when the server is away; `whenAll` then.
 * One after the other, and when nobody moves anything: browsers read scripts on threads of their own, which take the
 * processor from a gesture. A part that can't be loaded is left for when it is needed. Returns what stops it.
 */
export function preloadParts(whenAll: () => void): () => void {
  const loads = [prepareToasts, ...[...parts].filter(part => part.here() === null).map(part => part.load)]
  let isStopped = false
  let callOff = () => {}
  const goOn = () => {
    if (!isStopped) callOff = whenIdle(next, PATIENCE)
  }
  const next = () => {
    const load = loads.shift()
    if (load) void load().then(goOn, goOn)
    else whenAll()
  }
  goOn()
  return () => {
    isStopped = true
    callOff()
  }
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
