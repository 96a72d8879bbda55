import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Group } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { textFactor, textSize } from '../../commands/textSize.ts'
import { withDraft } from '../../store/draft.ts'
import { useMap, useView } from '../../store/MapContext.tsx'
import { typedCard } from '../../store/viewState.ts'
import { type CanvasScene, sceneBuilder } from './buildScene.ts'

/** Milliseconds without another letter after which room is made for a card that became higher or lower. */
const REST = 300

/**
 * The scene of the open map and of the card that is about to be typed, built again with every change of them, in the text
 * size of this browser. Nothing moves under who types: all else makes room when the typing rests.
 */
export function useScene(measure: Measure): CanvasScene {
  const text = useStore(textSize, textFactor)
  const build = useMemo(() => sceneBuilder(measure, text), [measure, text])
  const view = useMap(view => view)
  const draft = useView(({ draft }) => draft)
  const typed = useView(typedCard)
  const [madeRoomFor, makeRoomFor] = useState<Group | null>(null)
  const scene = useMemo(() => {
    const drawable = { ...view, map: withDraft(view.map, draft) }
    return build(drawable, typed === null ? null : { id: typed, madeRoomFor })
  }, [build, view, draft, typed, madeRoomFor])
  const { waiting } = scene
  useEffect(() => {
    if (waiting === null) return
    const timer = setTimeout(() => makeRoomFor(waiting), REST)
    return () => clearTimeout(timer)
  }, [waiting])
  return scene
}
