import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import type { Scene } from '#shared/model/kinds.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { mayLead, takeLead } from '../commands/leading.ts'
import { textFactor, textSize } from '../commands/textSize.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { LeadAsked } from './LeadAsked.tsx'
import { followWords, leaderName } from './leaderName.ts'
import { Painted } from './Painted.tsx'
import { SceneList } from './SceneList.tsx'
import { SpeakerClock } from './SpeakerClock.tsx'
import { roomTheme } from './settings.ts'
import { announcement, wordsOf } from './slideText.ts'
import styles from './speaker.module.css'
import { useIsAway } from './useIsAway.ts'
import { type RoomActions, useRoomKeys } from './useRoomKeys.ts'
import { type RoomPlace, useRoomPlace } from './useRoomPlace.ts'
import { useSlideMeasure } from './useSlideMeasure.ts'
import { type LiveStoryline, useStoryline } from './useStoryline.ts'
import { useWidth } from './useWidth.ts'

/** The room for which the little pictures are laid out, in CSS pixels. */
const ROOM = { width: 1280, height: 720 }
const nothing = () => {}

/** What whoever presents has before them while the room sees the wall: notes, this and the next scene, the time. */
export function Speaker() {
  const storyline = useStoryline()
  const room = useRoomPlace(storyline.scenes, true)
  const [isListOpen, setListOpen] = useState(false)
  const slides = useMemo(() => storyline.scenes.map(storyline.slideOf), [storyline])
  const { index, place, go, change } = room
  const [scene, slide] = [storyline.scenes[index], slides[index]]
  const isClaim = slide?.kind === 'claim'
  const actions: RoomActions = {
    next: () => (place.black ? change({ black: false }) : go(index + 1)),
    previous: () => (place.black ? change({ black: false }) : go(index - 1)),
    first: () => go(0),
    last: () => go(slides.length - 1),
    down: () => isClaim && change({ words: true, black: false }),
    up: () => change({ words: false, black: false }),
    jump: number => go(number - 1),
    black: () => change({ black: !place.black }),
    colours: nothing,
    list: () => setListOpen(true),
    laser: nothing,
    larger: nothing,
    smaller: nothing,
    fullScreen: nothing,
    edit: nothing,
    end: nothing,
    speaker: nothing,
  }
  useRoomKeys(actions)
  if (!scene || !slide) return null
  const [nextScene, nextSlide] = [storyline.scenes[index + 1], slides[index + 1]]
  return (
    <main className={styles.desk} aria-label="Presenter window" data-testid="speaker" data-scene={scene.id}>
      <VisuallyHidden>
        <div aria-live="polite">{place.black ? 'The wall is black.' : announcement(slide, index, slides.length)}</div>
      </VisuallyHidden>
      <header className={styles.head}>
        <h1>
          Scene {index + 1} of {slides.length}
        </h1>
        <Standing room={room} />
        <SpeakerClock />
      </header>
      <Picture label="Now" scene={scene} slide={slide} storyline={storyline} isBlack={place.black} />
      {nextScene && nextSlide ? (
        <Picture label="Next" scene={nextScene} slide={nextSlide} storyline={storyline} />
      ) : (
        <p className={styles.last}>This is the last scene.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys */}
      <section className={styles.notes} aria-label="Notes" tabIndex={0}>
        {scene.notes ? <p dir="auto">{scene.notes}</p> : <p className={styles.none}>No notes for this scene.</p>}
        {slide.hints.map(hint => (
          <p key={hint} className={styles.hint}>
            {hint}
          </p>
        ))}
      </section>
      <footer className={styles.remote}>
        <Button size="large" onClick={actions.previous} disabled={index === 0 && !place.black}>
          Back
        </Button>
        <Button aria-pressed={place.black} onClick={actions.black}>
          Black
        </Button>
        <Button aria-pressed={place.words} disabled={!isClaim} onClick={() => change({ words: !place.words })}>
          Quotes
        </Button>
        <Button onClick={actions.list}>Scenes</Button>
        <Button
          size="large"
          variant="primary"
          onClick={actions.next}
          disabled={index === slides.length - 1 && !place.black}
        >
          Next
        </Button>
      </footer>
      {room.part === 'leads' && <LeadAsked />}
      {isListOpen && <SceneList slides={slides} index={index} onGo={go} onClose={() => setListOpen(false)} />}
    </main>
  )
}

/** Whether this window moves the room; if not, with whom it goes and how to take the lead. */
function Standing({ room: { part, leader, followers, place } }: { room: RoomPlace }) {
  const open = useOpenMap()
  const isAway = useIsAway()
  const sentence = () => {
    if (isAway) return 'Offline. The wall in this room goes on.'
    if (part === 'leads') return `You lead. ${followWords(followers)}`
    if (!leader) return 'Nobody leads.'
    return part === 'follows' ? `You follow ${leaderName(leader)}.` : `You look around. ${leaderName(leader)} leads.`
  }
  return (
    <div className={styles.standing}>
      <p role="status">{sentence()}</p>
      {part !== 'leads' && mayLead(open) && (
        <Button size="small" onClick={() => takeLead(open, place)}>
          Take the lead
        </Button>
      )}
      {part === 'apart' && leader && (
        <Button size="small" onClick={() => open.session.leading.follow(true)}>
          Back to {leaderName(leader)}
        </Button>
      )}
    </div>
  )
}

type PictureProps = { label: string; scene: Scene; slide: Slide; storyline: LiveStoryline; isBlack?: boolean }

function Picture({ label, scene, slide, storyline, isBlack = false }: PictureProps) {
  const { theme } = useStore(roomTheme)
  const text = useStore(textSize, textFactor)
  const measure = useSlideMeasure(wordsOf(slide))
  const [box, width] = useWidth()
  const shown = useMemo(() => ({ width, height: Math.round((width * 9) / 16) }), [width])
  return (
    <figure className={styles.picture} data-label={label}>
      <figcaption>
        <span>{label}</span> {slide.heading}
        {isBlack && ' (the wall is black)'}
      </figcaption>
      <div ref={box} className={styles.frame} data-black={isBlack || undefined} aria-hidden>
        {measure && width > 0 && (
          <Painted
            slide={slide}
            map={storyline.map}
            evidence={storyline.evidenceFor(scene)}
            measure={measure}
            text={text}
            theme={SLIDE_THEMES[theme]}
            size={ROOM}
            shown={shown}
          />
        )}
      </div>
    </figure>
  )
}
