import type { HeardFeeling } from '#shared/model/evidence/EvidenceIndex.ts'
import { cx } from '../../ui/cx.ts'
import { countWords } from '../countWords.ts'
import { FeelingChoice } from './FeelingChoice.tsx'
import styles from './feelings.module.css'
import { FEELINGS, feelingColor, feelingNumber, feelingWord, gapOf, gapWords } from './feelingWords.ts'

export type FeelingGapProps = {
  assumed: number | null
  heard: HeardFeeling | null
  /** Null where the guess may not be changed. */
  onAssume: ((feeling: number | null) => void) | null
}

/** What the team assumes (pencil) above what customers felt (ink) on one scale, and the gap between them in words. */
export function FeelingGap({ assumed, heard, onAssume }: FeelingGapProps) {
  const gap = gapOf(assumed, heard)
  return (
    <div className={styles.gap}>
      <p className={styles.row}>
        <span>We assume</span>
        <span className={styles.said}>{assumed === null ? 'no guess' : feelingWord(assumed)}</span>
      </p>
      <FeelingChoice
        tone="pencil"
        label="The feeling we assume"
        value={assumed}
        disabled={onAssume === null}
        onChange={feeling => onAssume?.(feeling)}
      />
      <Band assumed={assumed} heard={heard?.median ?? null} />
      {heard && <Bars heard={heard} />}
      <p className={styles.row}>
        <span>Customers felt</span>
        <span className={styles.said}>
          {heard
            ? `${feelingWord(heard.median)} (${feelingNumber(heard.median)}, ${countWords(heard.customers, 'customer')})`
            : 'not said'}
        </span>
      </p>
      <p className={cx(styles.words, gap !== null && Math.abs(gap) >= 1 && styles.wide)}>{gapWords(assumed, heard)}.</p>
    </div>
  )
}

/** From the assumed step to the heard median, which is a filled dot; the strongest colour where the two lie apart. */
export function Band({ assumed, heard }: { assumed: number | null; heard: number | null }) {
  const at = (feeling: number) => (feeling + 2.5) * 20
  return (
    <div className={styles.band} aria-hidden="true">
      {assumed !== null && heard !== null && (
        <div
          className={styles.fill}
          style={{
            left: `${Math.min(at(assumed), at(heard))}%`,
            width: `${Math.abs(at(assumed) - at(heard))}%`,
            background: feelingColor(heard),
          }}
        />
      )}
      {assumed !== null && <div className={styles.guess} style={{ left: `${at(assumed)}%` }} />}
      {heard !== null && <div className={styles.median} style={{ left: `${at(heard)}%` }} />}
    </div>
  )
}

/** How many customers felt each step. */
function Bars({ heard }: { heard: HeardFeeling }) {
  const counts = FEELINGS.map(step => heard.values.filter(value => Math.round(value) === step).length)
  const most = Math.max(...counts)
  return (
    <div className={styles.bars}>
      {FEELINGS.map((step, index) => {
        const count = counts[index] ?? 0
        return (
          <div
            key={step}
            className={styles.column}
            title={`${countWords(count, 'customer')} felt ${feelingWord(step)}`}
          >
            {count > 0 && (
              <div
                className={styles.bar}
                style={{ height: 3 + (21 * count) / most, background: feelingColor(step) }}
                role="img"
                aria-label={`${countWords(count, 'customer')} felt ${feelingWord(step)}`}
              />
            )}
            <span aria-hidden="true">{count > 0 ? count.toLocaleString('en-GB') : '\u00a0'}</span>
          </div>
        )
      })}
    </div>
  )
}
