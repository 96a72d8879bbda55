import type { OpenMap } from '../store/MapContext.tsx'
import { later, withPart } from '../ui/Later.tsx'

/** Apart from the page, which most people never need it for. */
const scenes = later(() => import('./scenes.ts'))

/** Adds what is looked at to the storyline, and shows that it stands there. */
export function viewToStoryline(open: OpenMap): void {
  withPart(scenes, ({ addViewScene }) => {
    addViewScene(open)
    open.view.setState({ storylineOpen: true })
  })
}

/** Adds a touchpoint, or a claim by its id, to the storyline, and shows that it stands there. */
export function claimToStoryline(open: OpenMap, of: { touchpoint: string } | { claim: string }): void {
  withPart(scenes, ({ addClaimScene }) => {
    addClaimScene(open, of, '')
    open.view.setState({ storylineOpen: true })
  })
}
