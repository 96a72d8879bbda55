import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { readMe } from '../../api/me.ts'
import { enterPresence, type PresenceLink } from '../../session/presence.ts'
import { Later, later } from '../../ui/Later.tsx'
import type { CanvasTools } from '../canvasState.ts'
import type { CanvasScene } from '../scene/buildScene.ts'
import { anchorOf } from './anchor.ts'
import type { OthersProps } from './Others.tsx'

const Others = later(async () => (await import('./Others.tsx')).Others)

/** Milliseconds between two messages about what is selected. */
const SELECTING = 60
/** Who has not said a name yet is seen too. */
const GUEST = { name: 'Guest', color: '#546270' }

/** The other people on the map: where they point and what they have selected. Tells them the same of this person. */
export function People({
  tools,
  scene,
  root,
}: {
  tools: CanvasTools
  scene: CanvasScene
  root: RefObject<HTMLElement | null>
}) {
  const [link, setLink] = useState<PresenceLink | null>(null)
  const { open } = tools

  useEffect(() => {
    const entered = enterPresence(open.session, readMe() ?? GUEST)
    setLink(entered)
    tools.state.setState({ presence: entered })
    let told = open.view.getState().selected
    let telling: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      telling = undefined
      const { selected } = open.view.getState()
      if (selected !== told) entered.select(selected)
      told = selected
    }
    const stop = open.view.subscribe(({ selected }) => {
      // A lasso selects something else with every move.
      if (selected !== told) telling ??= setTimeout(tell, SELECTING)
    })
    const stopDrags = tools.state.subscribe(({ drag }, before) => {
      if (drag?.places === before.drag?.places) return
      const { layout } = tools.scene()
      const [first] = drag?.places ?? []
      const from = first && (layout.touchpoints.get(first[0]) ?? layout.notes.get(first[0]))
      if (!drag || !first || !from) entered.drag(null)
      else {
        const [dx, dy] = [Math.round(first[1].x - from.x), Math.round(first[1].y - from.y)]
        entered.drag({ ids: [...drag.places.keys()], dx, dy })
      }
    })
    return () => {
      stop()
      stopDrags()
      clearTimeout(telling)
      entered.leave()
      setLink(null)
      tools.state.setState({ presence: null })
    }
  }, [open, tools])

  useEffect(() => {
    const element = root.current
    if (!element || !link) return
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      link.point(anchorOf(tools.scene().layout, tools.toMap({ x: event.clientX, y: event.clientY })))
    }
    const leave = () => link.point(null)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [link, root, tools])

  return link && <WithOthers link={link} tools={tools} scene={scene} />
}

/** Nothing as long as nobody else is here. */
function WithOthers({ link, ...rest }: OthersProps) {
  const accompanied = useSyncExternalStore(link.subscribe, () => link.others().length > 0)
  return accompanied && <Later part={Others} props={{ link, ...rest }} />
}
