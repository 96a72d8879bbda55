import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { cameraOn, focusOf } from '#shared/drawing/slides/camera.ts'
import { drawSlide } from '#shared/drawing/slides/drawSlide.ts'
import { stageFor } from '#shared/drawing/slides/stage.ts'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import type { Measure } from '#shared/drawing/text.ts'
import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { placeIn, rememberPlace } from '../commands/presenting.ts'
import { nextTextSize, setTextSize, textFactor, textSize } from '../commands/textSize.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { navigate } from '../ui/history.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Laser } from './Laser.tsx'
import styles from './present.module.css'
import { RoomBar } from './RoomBar.tsx'
import { SceneList } from './SceneList.tsx'
import { Stage } from './Stage.tsx'
import { roomTheme } from './settings.ts'
import { announcement, wordsOf } from './slideText.ts'
import { usePlace } from './usePlace.ts'
import { type RoomActions, useRoomKeys } from './useRoomKeys.ts'
import { useSlideMeasure } from './useSlideMeasure.ts'
import { useStoryline } from './useStoryline.ts'
import { useSwipe } from './useSwipe.ts'
import { useWindowSize } from './useWindowSize.ts'
import { Words } from './Words.tsx'

type Over = 'words' | 'list' | 'black' | null

/** The storyline on the wall: one scene at a time, live, driven by keys, clicker, mouse or finger. */
export function Present() {
  const { id } = useOpenMap()
  const storyline = useStoryline()
  const [index, go] = usePlace(storyline.scenes, placeIn(id))
  const [over, setOver] = useState<Over>(null)
  const [laser, setLaser] = useState(false)
  const size = useWindowSize()
  const text = useStore(textSize, textFactor)
  const { theme } = useStore(roomTheme)
  const scene = storyline.scenes[index]
  const slides = useMemo(() => storyline.scenes.map(storyline.slideOf), [storyline])
  const slide = slides[index]
  const measure = useSlideMeasure(slide ? wordsOf(slide) : '')
  useEffect(() => {
    if (scene) rememberPlace(id, scene.id)
  }, [id, scene])

  const leave = useCallback(() => navigate(`/m/${id}`), [id])
  const move = (to: number) => {
    setOver(null)
    go(to)
  }
  const actions: RoomActions = {
    next: () => (over === 'black' ? setOver(null) : move(index + 1)),
    previous: () => (over === 'black' ? setOver(null) : move(index - 1)),
    first: () => move(0),
    last: () => move(slides.length - 1),
    down: () => slide?.kind === 'claim' && setOver('words'),
    up: () => (over === null ? document.fullscreenElement === null && leave() : setOver(null)),
    jump: number => move(number - 1),
    black: () => setOver(over === 'black' ? null : 'black'),
    laser: () => setLaser(!laser),
    larger: () => setTextSize(nextTextSize(1) ?? textSize.getState().size),
    smaller: () => setTextSize(nextTextSize(-1) ?? textSize.getState().size),
    list: () => setOver('list'),
    fullScreen: toggleFullScreen,
    edit: leave,
  }
  useRoomKeys(actions)
  const swipe = useSwipe(actions)
  if (!scene || !slide) return null
  return (
    <main className={styles.room} data-theme={theme} data-laser={laser || undefined} aria-label="Presenting">
      <div className={styles.wall} {...swipe} data-testid="wall" data-scene={scene.id}>
        {measure && (
          <Painted
            slide={slide}
            map={storyline.map}
            evidence={storyline.evidenceFor(scene)}
            measure={measure}
            text={text}
            theme={SLIDE_THEMES[theme]}
            size={size}
          />
        )}
      </div>
      <VisuallyHidden>
        <h1>{slide.heading || announcement(slide, index, slides.length)}</h1>
        <div aria-live="polite">
          {over === 'black' ? 'The wall is black.' : announcement(slide, index, slides.length)}
        </div>
      </VisuallyHidden>
      {laser && <Laser />}
      {over === 'words' && slide.kind === 'claim' && <Words slide={slide} onClose={() => setOver(null)} />}
      {over === 'list' && <SceneList slides={slides} index={index} onGo={move} onClose={() => setOver(null)} />}
      {over === 'black' && <div className={styles.black} data-testid="black" />}
      <RoomBar
        actions={actions}
        place={{ index, count: slides.length }}
        has={{ words: slide.kind === 'claim' && slide.words.length > 0, laser }}
        isDraft={storyline.isDraft}
        lost={slide.lost}
      />
    </main>
  )
}

type PaintedProps = {
  slide: Slide
  map: MapDocument
  evidence: EvidenceIndex
  measure: Measure
  text: number
  theme: (typeof SLIDE_THEMES)['light']
  size: { width: number; height: number }
}

function Painted({ slide, map, evidence, measure, text, theme, size }: PaintedProps) {
  const stage = useMemo(() => stageFor(size, text, measure), [size, text, measure])
  const drawn = useMemo(() => drawSlide(slide, stage), [slide, stage])
  const hides = slide.kind === 'view' ? slide.hides.join(' ') : null
  // Drawn once for all scenes that show the same of the map.
  const scene = useMemo(
    () => (hides === null ? null : drawMap(without(map, hides.split(' ')), evidence, measure, { text })),
    [map, evidence, measure, text, hides],
  )
  const behind = useMemo(() => {
    if (!scene || !drawn.map || slide.kind !== 'view') return null
    return { scene, camera: cameraOn(focusOf(slide, scene.layout, scene), drawn.map) }
  }, [scene, drawn, slide])
  return <Stage drawn={drawn} behind={behind} theme={theme} window={size} />
}

/** The map without some of its lanes and what lies in them. */
function without(map: MapDocument, lanes: readonly string[]): MapDocument {
  if (!lanes.some(Boolean)) return map
  const isGone = ({ lane }: { lane: string | null }) => lane !== null && lanes.includes(lane)
  return {
    ...map,
    lanes: map.lanes.filter(({ id }) => !lanes.includes(id)),
    touchpoints: map.touchpoints.filter(touchpoint => !isGone(touchpoint)),
    notes: map.notes.filter(note => !isGone(note)),
  }
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => undefined)
}
