import { type ComponentType, memo } from 'react'
import type { OutlineCell, OutlineNote, OutlineStage as Stage } from './Outline.ts'
import { OutlineClaim } from './OutlineClaim.tsx'
import { OutlineQuotes } from './OutlineQuotes.tsx'
import { OutlineTouchpoint } from './OutlineTouchpoint.tsx'
import styles from './outline.module.css'

export type OutlineStageProps = {
  stage: Stage
  needed: number
  all: boolean
  /** Touchpoints that are drawn by now. */
  most: number
}

/** One stage: what stands in it, lane by lane. */
export const OutlineStage: ComponentType<OutlineStageProps> = memo(({ stage, needed, all, most }) => {
  let before = 0
  const { id, name, counts, assumption, cells, quotes } = stage
  return (
    <section className={styles.stage} aria-labelledby={`outline-${id}`}>
      <h2 id={`outline-${id}`} className={styles.stageName} dir="auto" tabIndex={-1}>
        {name}
      </h2>
      <p className={styles.counts}>{counts}</p>
      {assumption && <OutlineClaim claim={assumption} needed={needed} name="We assume" pencil />}
      {cells.map(cell => {
        const room = Math.max(0, most - before)
        before += cell.touchpoints.length
        return <Cell key={cell.lane} cell={cell} needed={needed} all={all} most={room} />
      })}
      {quotes.length > 0 && (
        <>
          <h3 className={styles.lane}>About this stage as a whole</h3>
          <OutlineQuotes quotes={quotes} about={`the stage “${name}”`} all={all} />
        </>
      )}
    </section>
  )
})

type CellProps = Omit<OutlineStageProps, 'stage'> & { cell: OutlineCell }

function Cell({ cell, needed, all, most }: CellProps) {
  return (
    <>
      <h3 className={styles.lane} dir="auto">
        {cell.name}
      </h3>
      {cell.touchpoints.length > 0 && (
        <ul>
          {cell.touchpoints.slice(0, most).map(touchpoint => (
            <OutlineTouchpoint key={touchpoint.id} touchpoint={touchpoint} needed={needed} all={all} />
          ))}
        </ul>
      )}
      <OutlineNotes notes={cell.notes} />
    </>
  )
}

/** Notes, which are nobody's claim. */
export function OutlineNotes({ notes }: { notes: readonly OutlineNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes}>
      {notes.map(({ id, text, alt }) => (
        <li key={id} id={`outline-${id}`} className={styles.note} dir="auto" tabIndex={-1}>
          {alt !== null && <span className={styles.name}>Picture: {alt}. </span>}
          {text}
        </li>
      ))}
    </ul>
  )
}
