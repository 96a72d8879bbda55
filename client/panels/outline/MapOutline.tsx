import { useEffect } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { loadFontsFor } from '../../ui/fonts.ts'
import { countWords } from '../countWords.ts'
import { goTo } from './goTo.ts'
import type { Outline } from './Outline.ts'
import { OutlineClaim } from './OutlineClaim.tsx'
import { OutlineLegend } from './OutlineLegend.tsx'
import { OutlineLessons } from './OutlinePromises.tsx'
import { OutlineQuotes } from './OutlineQuotes.tsx'
import { OutlineNotes, OutlineStage } from './OutlineStage.tsx'
import { OutlineOpportunities, OutlinePains, OutlineTouchpoint } from './OutlineTouchpoint.tsx'
import styles from './outline.module.css'
import { useGrowing } from './useGrowing.ts'
import { useOutline } from './useOutline.ts'

/** The open map to be read from top to bottom, with the way to each stage beside it. `all`: every quote at once. */
export function MapOutline({ all }: { all: boolean }) {
  const outline = useOutline()
  useFontsOfMap()
  const sizes = outline.stages.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.touchpoints.length, 0))
  const count = useGrowing(sizes.reduce((sum, size) => sum + size, 0))
  let before = 0
  const { title, lens, counts, whyHired, assumption, quotes, stages, voicesNeeded: needed } = outline
  return (
    <div className={styles.outline}>
      <Contents outline={outline} />
      <main className={styles.text}>
        <h1 className={styles.mapName} dir="auto">
          {title}
        </h1>
        <p className={styles.counts}>{counts}</p>
        {lens.length > 0 && (
          <dl className={styles.lens}>
            {lens.map(({ name, text }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {whyHired && <OutlineClaim claim={whyHired} needed={needed} name="Why customers hire us" />}
        {assumption && <OutlineClaim claim={assumption} needed={needed} name="We assume" pencil />}
        {quotes.length > 0 && (
          <>
            <h2 className={styles.lane}>About the whole journey</h2>
            <OutlineQuotes quotes={quotes} about="the whole journey" all={all} />
          </>
        )}
        {stages.length === 0 && outline.unsorted.length === 0 && (
          <p className={styles.nothing}>There is nothing on this map yet. What the team adds appears here at once.</p>
        )}
        {stages.map((stage, index) => {
          const size = sizes[index] ?? 0
          const room = Math.min(size, Math.max(0, count - before))
          before += size
          return <OutlineStage key={stage.id} stage={stage} needed={needed} all={all} most={room} />
        })}
        <Rest outline={outline} all={all} />
        <OutlineLessons lessons={outline.lessons} />
        <OutlineLegend needed={needed} />
      </main>
    </div>
  )
}

/** Where one can go from here; on a phone a strip that stays on top. */
function Contents({ outline: { stages, lessons } }: { outline: Outline }) {
  if (stages.length === 0) return null
  const learned = lessons.length > 0 ? [{ id: 'lessons', name: 'What we learned' }] : []
  const places = [...stages, ...learned, { id: 'words', name: 'What the words mean' }]
  return (
    <nav className={styles.contents} aria-label="Stages">
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.place} dir="auto" onClick={() => goTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What stands in no stage: nothing of a map is left out of its outline. */
function Rest({ outline, all }: { outline: Outline; all: boolean }) {
  const { unsorted, notes, pains, opportunities, unplaced, voicesNeeded: needed } = outline
  if (unsorted.length + notes.length + pains.length + opportunities.length + unplaced === 0) return null
  return (
    <section className={styles.stage} aria-labelledby="outline-rest">
      <h2 id="outline-rest" className={styles.stageName}>
        In no stage
      </h2>
      {unsorted.length > 0 && (
        <>
          <h3 className={styles.lane}>Unsorted touchpoints</h3>
          <ul>
            {unsorted.map(touchpoint => (
              <OutlineTouchpoint key={touchpoint.id} touchpoint={touchpoint} needed={needed} all={all} />
            ))}
          </ul>
        </>
      )}
      {pains.length > 0 && (
        <>
          <h3 className={styles.lane}>Pain points without a touchpoint</h3>
          <OutlinePains pains={pains} needed={needed} />
        </>
      )}
      {opportunities.length > 0 && (
        <>
          <h3 className={styles.lane}>Opportunities without a touchpoint</h3>
          <OutlineOpportunities opportunities={opportunities} needed={needed} />
        </>
      )}
      {notes.length > 0 && (
        <>
          <h3 className={styles.lane}>Notes beside the map</h3>
          <OutlineNotes notes={notes} />
        </>
      )}
      {unplaced > 0 && (
        <p className={styles.counts}>
          {countWords(unplaced, 'quote')} {unplaced === 1 ? 'waits' : 'wait'} in the tray and{' '}
          {unplaced === 1 ? 'is' : 'are'} on no touchpoint yet.
        </p>
      )}
    </section>
  )
}

/** Brings the letters of every script that is on the map. */
function useFontsOfMap(): void {
  const map = useMap(view => view.map)
  useEffect(() => {
    const quiet = setTimeout(() => {
      const texts = [map.map, map.stages, map.lanes, map.touchpoints, map.notes, map.assumptions, map.painPoints]
      const letters = new Set(JSON.stringify(texts))
      for (const { text } of map.quotes) for (const letter of text) letters.add(letter)
      void loadFontsFor([...letters].join(''))
    }, 200)
    return () => clearTimeout(quiet)
  }, [map])
}
