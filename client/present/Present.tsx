import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import { endLead } from '../commands/leading.ts'
import { openSpeaker, rememberPlace } from '../commands/presenting.ts'
import { nextTextSize, setTextSize, textFactor, textSize } from '../commands/textSize.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { navigate } from '../ui/history.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { Laser, LeadersLaser } from './Laser.tsx'
import { LeadAsked } from './LeadAsked.tsx'
import { LeadChoice } from './LeadChoice.tsx'
import { LeadLine } from './LeadLine.tsx'
import { Painted } from './Painted.tsx'
import styles from './present.module.css'
import { RoomBar } from './RoomBar.tsx'
import { SceneList } from './SceneList.tsx'
import { nextRoomTheme, roomTheme } from './settings.ts'
import { announcement, wordsOf } from './slideText.ts'
import { type RoomActions, useRoomKeys } from './useRoomKeys.ts'
import { useRoomPlace } from './useRoomPlace.ts'
import { useSlideMeasure } from './useSlideMeasure.ts'
import { useStoryline } from './useStoryline.ts'
import { useSwipe } from './useSwipe.ts'
import { useWindowSize } from './useWindowSize.ts'
import { Words } from './Words.tsx'

const NONE: readonly string[] = []

/** The storyline on the wall: one scene at a time, live, driven by keys, clicker, mouse or finger, or by who leads. */
export function Present() {
  const open = useOpenMap()
  const { id } = open
  const storyline = useStoryline()
  const room = useRoomPlace(storyline.scenes)
  const { index, place, part, change, go } = room
  const [isListOpen, setListOpen] = useState(false)
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
  const end = () => {
    if (part === 'leads') endLead(open)
    leave()
  }
  const up = () => {
    if (isListOpen) setListOpen(false)
    else if (place.words || place.black) change({ words: false, black: false })
    else if (document.fullscreenElement === null) end()
  }
  const actions: RoomActions = {
    next: () => (place.black ? change({ black: false }) : go(index + 1)),
    previous: () => (place.black ? change({ black: false }) : go(index - 1)),
    first: () => go(0),
    last: () => go(slides.length - 1),
    down: () => slide?.kind === 'claim' && change({ words: true, black: false }),
    up,
    jump: number => go(number - 1),
    black: () => change({ black: !place.black }),
    laser: () => setLaser(!laser),
    larger: () => setTextSize(nextTextSize(1) ?? textSize.getState().size),
    smaller: () => setTextSize(nextTextSize(-1) ?? textSize.getState().size),
    colours: nextRoomTheme,
    list: () => setListOpen(true),
    fullScreen: toggleFullScreen,
    edit: leave,
    end,
    speaker: () => openSpeaker(open),
  }
  useRoomKeys(actions)
  const swipe = useSwipe(actions)
  if (!scene || !slide) return null
  const isPlain = !place.words && !place.black
  const said = place.black ? 'The wall is black.' : announcement(slide, index, slides.length)
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
            over={painting => {
              const wall = { ...painting, scene: scene.id, text }
              if (laser) return <Laser wall={wall} width={size.width} tells={part === 'leads' && isPlain} />
              return part === 'follows' && isPlain && <LeadersLaser wall={wall} width={size.width} />
            }}
          />
        )}
      </div>
      <VisuallyHidden>
        <h1>{slide.heading || announcement(slide, index, slides.length)}</h1>
        <div aria-live="polite">{said}</div>
      </VisuallyHidden>
      {place.words && slide.kind === 'claim' && <Words slide={slide} onClose={() => change({ words: false })} />}
      {isListOpen && <SceneList slides={slides} index={index} onGo={go} onClose={() => setListOpen(false)} />}
      {place.black && <div className={styles.black} data-testid="black" />}
      <LeadLine room={room} />
      {part === 'leads' && <LeadAsked />}
      {room.isAside && <LeadChoice room={room} />}
      <RoomBar
        actions={actions}
        place={{ index, count: slides.length }}
        has={{ words: slide.kind === 'claim' && slide.words.length > 0, laser }}
        followers={part === 'leads' ? room.followers : null}
        isDraft={storyline.isDraft}
        hints={part === 'leads' || room.leader === null ? slide.hints : NONE}
      />
    </main>
  )
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.().catch(() => undefined)
}
