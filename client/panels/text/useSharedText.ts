import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { bindText } from '../../commands/text/bindText.ts'
import { type } from '../../commands/typing.ts'
import { type OpenMap, useOpenMap } from '../../store/MapContext.tsx'
import type { MapView } from '../../store/MapMirror.ts'
import type { Editing } from '../../store/viewState.ts'

/** A longer rest than this while typing starts a new step of undo, so that one undo never takes a whole page away. */
const REST_MS = 1_500

/** The text that a field of a record holds; empty for a record that is not there. */
export function textAt({ map }: MapView, { kind, id, field }: Editing): string {
  const record: object | undefined = kind === 'map' ? map.map : map[kind].find(candidate => candidate.id === id)
  const value = (record as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : ''
}

export type SharedTextOptions = {
  /** Which text; null while its record does not exist. */
  at: Editing | null
  /** Takes the first letters of a text whose record does not exist, and makes the record. */
  onFirst?: ((text: string) => void) | undefined
  oneLine: boolean
  /** Called whenever the field shows another text. */
  onShown(): void
}

/** Binds a text area to a shared text of the open map. */
export function useSharedText(area: RefObject<HTMLTextAreaElement | null>, options: SharedTextOptions): void {
  const open = useOpenMap()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const { kind, id, field } = options.at ?? {}
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const at: Editing | null = kind && id && field ? { kind, id, field } : null
    return bindTo(open, element, at, latest)
  }, [open, area, kind, id, field])
}

function bindTo(
  open: OpenMap,
  element: HTMLTextAreaElement,
  at: Editing | null,
  options: RefObject<SharedTextOptions>,
): () => void {
  let lastTyped = Number.NEGATIVE_INFINITY
  const leave = () => {
    lastTyped = Number.NEGATIVE_INFINITY
  }
  const press = ({ ctrlKey, metaKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey) leave()
  }
  element.addEventListener('blur', leave)
  element.addEventListener('keydown', press)
  const stop = bindText(element, {
    // A record that is being made is not read yet: what was typed stays until it is there.
    read: () => (at ? textAt(open.map.getState(), at) : element.value),
    subscribe: listener => open.map.subscribe(listener),
    type(from, to) {
      const now = performance.now()
      if (at) type(open, at, from, to, now - lastTyped < REST_MS)
      else options.current.onFirst?.(to)
      lastTyped = now
    },
    clean: text => (options.current.oneLine ? text.replace(/[\r\n]+/g, ' ') : text),
    shown: () => options.current.onShown(),
  })
  return () => {
    stop()
    element.removeEventListener('blur', leave)
    element.removeEventListener('keydown', press)
  }
}
