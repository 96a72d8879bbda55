import type { MapLayout, Rect } from '../../model/layout/MapLayout.ts'
import type { Slide } from '../../model/storyline/slide.ts'
import type { Box, Scene } from '../scene.ts'
import { cameraOn, focusOf } from './camera.ts'
import type { Behind } from './paintSlide.ts'

type View = Extract<Slide, { kind: 'view' }>

/** How much of the stages beside the one that is shown is taken back: they are still to be seen. */
const VEIL = 0.78

/** The map behind a view, where to look at it from, and the stages beside the one that is shown taken back. */
export function behindOf(slide: View, map: Scene & { readonly layout: MapLayout }, place: Rect): Behind {
  const camera = cameraOn(focusOf(slide, map.layout, map), place)
  const { focus } = slide
  const [first] = map.layout.columns
  const shown = focus && 'stage' in focus ? map.layout.columns.find(({ stage }) => stage === focus.stage) : undefined
  if (!first || !shown) return { scene: map, camera }
  const end = shown.x + shown.width
  const veil = (x: number, width: number): Box[] =>
    width <= 0 ? [] : [{ type: 'box', x, y: map.y, width, height: map.height, fill: 'paper', opacity: VEIL }]
  const veils = [...veil(first.x, shown.x - first.x), ...veil(end, map.x + map.width - end)]
  return { scene: { ...map, items: [...map.items, ...veils] }, camera }
}
