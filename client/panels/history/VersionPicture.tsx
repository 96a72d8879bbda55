import ZoomIn from 'lucide-react/icons/zoom-in'
import ZoomOut from 'lucide-react/icons/zoom-out'
import { useEffect, useRef, useState } from 'react'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import type { Scene } from '#shared/drawing/scene.ts'
import { remembering } from '#shared/drawing/text.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { loadFonts, loadFontsFor } from '../../ui/fonts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './history.module.css'
import { paintWindow } from './paintWindow.ts'

/** The whole map as it was, from the shared drawing: all of it at once, or near enough to read and scrolled. */
export function VersionPicture({ map, label }: { map: MapDocument; label: string }) {
  const scene = useScene(map)
  const [near, setNear] = useState(false)
  const scroller = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const spacer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!scene || !scroller.current || !canvas.current || !spacer.current) return
    return paintWindow(scene, { scroller: scroller.current, canvas: canvas.current, spacer: spacer.current, near })
  }, [scene, near])

  if (map.stages.length + map.touchpoints.length + map.notes.length === 0) {
    return <p className={styles.picture}>Nothing stood on the map.</p>
  }
  return (
    <div className={styles.picture}>
      {scene === null && <Spinner />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it */}
      <section ref={scroller} className={styles.scroller} aria-label="Picture of the version" tabIndex={0}>
        <div ref={spacer} className={styles.spacer}>
          <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
        </div>
      </section>
      <div className={styles.zoom}>
        <IconButton
          label={near ? 'Show all of it' : 'Look closer'}
          variant="plain"
          size="small"
          tooltipSide="left"
          onClick={() => setNear(!near)}
        >
          {near ? <ZoomOut size={15} /> : <ZoomIn size={15} />}
        </IconButton>
      </div>
    </div>
  )
}

/** The drawing of a map; null until the fonts for its words are there. */
function useScene(map: MapDocument): Scene | null {
  const [scene, setScene] = useState<Scene | null>(null)
  useEffect(() => {
    let left = false
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return
    const draw = () => {
      if (left) return
      const today = new Date().toISOString().slice(0, 10)
      setScene(drawMap(map, buildEvidence(map, today), remembering(canvasMeasure(context))))
    }
    void loadFonts()
      .then(() => loadFontsFor(wordsOf(map)))
      .then(draw)
    return () => {
      left = true
    }
  }, [map])
  return scene
}

/** One of each character is enough to know which fonts are needed. */
function wordsOf(map: MapDocument): string {
  return [...new Set(JSON.stringify(map))].join('')
}
