import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { HeardFeeling } from '#shared/model/evidence/EvidenceIndex.ts'
import type { Guesses } from '#shared/model/evidence/guesses.ts'
import { cx } from '../../ui/cx.ts'
import { countWords } from '../countWords.ts'
import { FeelingChoice } from './FeelingChoice.tsx'
import styles from './feelings.module.css'
import { FEELINGS, feelingColor, feelingNumber, feelingWord, gapOf, gapWords } from './feelingWords.ts'

export type FeelingGapProps = {
  assumed: number | null
  heard: HeardFeeling | null
  /** What each person of the team guessed; null where nobody did. */
  guesses: Guesses | null
  /** What this person guessed. */
  own: number | null
  /** Different customers that the map needs. */
  needed: number
  /** Null where the guess may not be changed. */
  onAssume: ((feeling: number | null) => void) | null
  /** Shows the words of those who felt something; with a step of those who felt so, or of those who felt bad. */
  onRead(felt?: number | 'bad'): void
}

/** What the team assumes (pencil) above what customers felt (ink) on one scale, and the gap between them in words. */
export function FeelingGap({ assumed, heard, guesses, own, needed, onAssume, onRead }: FeelingGapProps) {
  const gap = gapOf(assumed, heard)
  const unhappy = heard?.values.filter(value => value < 0).length ?? 0
  return (
    <div className={styles.gap}>
      <p className={styles.row}>
        <span>We assume</span>
        <span className={styles.said}>{assumed === null ? 'no guess' : feelingWord(assumed)}</span>
      </p>
      <FeelingChoice
        tone="pencil"
        label="The feeling we assume"
        value={guesses === null ? assumed : own}
        disabled={onAssume === null}
        onChange={feeling => onAssume?.(feeling)}
      />
      {guesses && <Guessed guesses={guesses} own={own} />}
      <Band assumed={assumed} heard={heard?.median ?? null} />
      {heard && <HeardDots heard={heard} onRead={onRead} />}
      <p className={styles.row}>
        <span>Customers felt</span>
        <span className={styles.said}>
          {heard ? (
            <>
              {feelingWord(heard.median)} ({feelingNumber(heard.median)},{' '}
              <button
                type="button"
                className={styles.read}
                aria-label={`Read what ${countWords(heard.customers, 'customer')} felt`}
                onClick={() => onRead()}
              >
                {countWords(heard.customers, 'customer')}
              </button>
              )
            </>
          ) : (
            'not said'
          )}
        </span>
      </p>
      {unhappy >= needed && (
        <p className={styles.unhappy}>
          <TriangleAlert aria-hidden="true" />
          <span>
            <button type="button" className={styles.read} onClick={() => onRead('bad')}>
              {countWords(unhappy, 'customer')}
            </button>{' '}
            felt bad here, whatever the middle is.
          </span>
        </p>
      )}
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

/** What each person of the team guessed, in pencil, while more than one did. */
function Guessed({ guesses: { values, low, high }, own }: { guesses: Guesses; own: number | null }) {
  if (values.length < 2) return null
  const range = low === high ? `all ${feelingWord(low)}` : `from ${feelingWord(low)} to ${feelingWord(high)}`
  return (
    <>
      <div className={styles.dots} aria-hidden="true">
        {FEELINGS.map(step => {
          const here = values.filter(value => value === step)
          return (
            <div key={step} className={styles.column}>
              {here.map((_, index) => (
                // Guesses of one step are alike, and one of them may be this person’s.
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells them apart
                <span key={index} className={styles.pencilDot} data-own={(index === 0 && step === own) || undefined} />
              ))}
            </div>
          )
        })}
      </div>
      <p className={styles.row}>
        <span>{values.length} of us guessed</span>
        <span>{range}</span>
      </p>
    </>
  )
}

/** More dots than this in one step are no longer told apart: then each stands for several customers. */
const MOST_DOTS = 24

/** What each customer felt: a dot for each, so that the few who felt otherwise are seen beside the middle. */
function HeardDots({ heard, onRead }: { heard: HeardFeeling; onRead(felt: number): void }) {
  const counts = FEELINGS.map(step => heard.values.filter(value => Math.round(value) === step).length)
  const each = Math.ceil(Math.max(...counts) / MOST_DOTS)
  return (
    <>
      <div className={styles.dots}>
        {FEELINGS.map((step, index) => {
          const count = counts[index] ?? 0
          const words = `${countWords(count, 'customer')} felt ${feelingWord(step)}`
          return (
            <div key={step} className={styles.column} title={words}>
              {count > 0 && (
                <div className={styles.inkDots} role="img" aria-label={words}>
                  {Array.from({ length: Math.ceil(count / each) }, (_, dot) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the dots of one step are alike
                    <span key={dot} className={styles.inkDot} style={{ background: feelingColor(step) }} />
                  ))}
                </div>
              )}
              {count > 0 ? (
                <button
                  type="button"
                  className={styles.number}
                  aria-label={`Read what ${words}`}
                  onClick={() => onRead(step)}
                >
                  {count.toLocaleString('en-GB')}
                </button>
              ) : (
                <span className={styles.number} aria-hidden="true">
                  &nbsp;
                </span>
              )}
            </div>
          )
        })}
      </div>
      {each > 1 && <p className={styles.row}>Each dot is {each.toLocaleString('en-GB')} customers</p>}
    </>
  )
}
