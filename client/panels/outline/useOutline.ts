import { useDeferredValue, useMemo } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import type { MapView } from '../../store/MapMirror.ts'
import { useToday } from '../useToday.ts'
import { keepSame } from './keepSame.ts'
import type { Outline } from './Outline.ts'
import { outlineOf } from './outlineOf.ts'

/** The open map as an outline, live. What an edit did not change stays the very same object. */
export function useOutline(): Outline {
  const view = useDeferredValue(useMap(now => now))
  const today = useToday()
  const build = useMemo(outlineBuilder, [])
  return useMemo(() => build(view, today), [build, view, today])
}

function outlineBuilder(): (view: MapView, today: string) => Outline {
  let last: Outline | null = null
  return ({ map, evidence }, today) => {
    last = keepSame(last, outlineOf(map, evidence, today))
    return last
  }
}
