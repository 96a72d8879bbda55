import { useLayoutEffect, useRef } from 'react'
import type { Sight } from '../../session/sights.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { onThemeChange } from '../../ui/theme.ts'
import { paintPart } from '../painted/paintPart.ts'
import { headerInsets, headerSizes } from '../viewport/headerSizes.ts'
import { visibleRect } from '../viewport/nearArea.ts'
import { firstSight } from '../viewport/viewportMath.ts'
import { StillHeaders } from './StillHeaders.tsx'
import styles from './sight.module.css'

/**
 * A map as this browser saw it last, in the very place in which it is about to come: to look at while it opens, and
 * nothing in it can be taken hold of. Fills what holds it.
 */
export function StoredSight({ sight }: { sight: Sight }) {
  const root = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useLayoutEffect(() => {
    const paint = () => paintSight(canvas.current, root.current, sight)
    paint()
    const resized = new ResizeObserver(paint)
    if (root.current) resized.observe(root.current)
    const stopTheme = onThemeChange(paint)
    return () => {
      resized.disconnect()
      stopTheme()
    }
  }, [sight])

  return (
    <div ref={root} className={styles.sight} inert data-testid="sight">
      <canvas ref={canvas} className={styles.map} />
      <StillHeaders sight={sight} />
      <div className={styles.opening}>
        <Spinner />
        Opening
      </div>
    </div>
  )
}

function paintSight(canvas: HTMLCanvasElement | null, around: HTMLElement | null, sight: Sight): void {
  const context = canvas?.getContext('2d')
  if (!canvas || !context || !around) return
  const size = { width: around.clientWidth, height: around.clientHeight }
  const density = window.devicePixelRatio
  canvas.width = Math.round(size.width * density)
  canvas.height = Math.round(size.height * density)
  const view = firstSight(sight.content, size, headerInsets(headerSizes(size.width, sight.text)))
  context.setTransform(view.zoom * density, 0, 0, view.zoom * density, view.x * density, view.y * density)
  // Pictures on notes come with the map; until then their places are kept free.
  paintPart(context, sight, { visible: visibleRect(view, size) })
}
