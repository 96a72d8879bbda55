import { isOpen } from '#shared/model/evidence/filter.ts'
import { overlaps, type Rect } from '#shared/model/layout/MapLayout.ts'
import { knownMaps } from '../../api/tokens.ts'
import { keepSight, type Sight } from '../../session/sights.ts'
import type { OpenMap } from '../../store/MapContext.tsx'
import { mayEdit } from '../../store/rights.ts'
import type { DrawnLink } from '../links/useLinks.ts'
import { paintingOf } from '../painted/paintingOf.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { contentRect } from '../viewport/contentRect.ts'
import { headerInsets, headerSizes } from '../viewport/headerSizes.ts'
import { visibleRect } from '../viewport/nearArea.ts'
import { firstSight } from '../viewport/viewportMath.ts'

/** More cards and links than these are not kept: the picture has to be there at once. */
const MOST = 600

/** Pixels of the largest window on this screen. */
type Screen = { readonly width: number; readonly height: number }

/** What of a scene is to be seen first in a window of up to this size, and where the canvas is in the window. */
function sightOf(
  open: OpenMap,
  scene: CanvasScene,
  links: readonly DrawnLink[],
  screen: Screen,
  at: Sight['at'],
): Sight | null {
  const { copyOf } = open.session
  if (copyOf === null) return null
  const { columns, rows, unsorted } = scene.layout
  const { stages, lanes } = open.map.getState().map
  const content = contentRect(scene.layout)
  const { grid, items } = paintingOf(scene, links, { held: null })
  const seen = firstArea(content, screen, scene.text)
  return {
    ...copyOf,
    text: scene.text,
    at,
    content,
    layout: { columns, rows, unsorted },
    stages: stages.map(({ name }) => name),
    lanes,
    hasMenus: mayEdit(open),
    grid,
    items: items.filter(item => overlaps(item, seen)).slice(0, MOST),
  }
}

/** Keeps the first sight of an open map in this browser, unless what is on the screen is not how the map is. */
export async function keepSightOf(open: OpenMap, scene: CanvasScene, links: readonly DrawnLink[]): Promise<void> {
  // What one person filters or has not written yet is nobody else's, and what was refused never will be.
  const isAsSeen = isOpen(open.map.getState().filter) && open.view.getState().draft === null
  const box = document.querySelector('[data-testid="canvas"]')?.getBoundingClientRect()
  if (!isAsSeen || !box || open.session.saved.state === 'refused') return
  const sight = sightOf(open, scene, links, window.screen, { left: box.left, top: box.top })
  const known = knownMaps().map(({ id }) => id)
  if (sight && known.includes(open.id)) await keepSight(open.id, sight, known, Date.now())
}

/** Where the first sight lies on the map; a narrower window may show less of it, or the same larger. */
function firstArea(content: Rect, screen: Screen, text: number): Rect {
  const insets = headerInsets(headerSizes(screen.width, text))
  return visibleRect(firstSight(content, screen, insets), screen)
}
