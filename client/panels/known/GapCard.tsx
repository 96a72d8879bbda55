import { useId } from 'react'
import type { Gap } from '#shared/model/evidence/gaps.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { countWords } from '../countWords.ts'
import { Band } from '../feelings/FeelingGap.tsx'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { feelingNumber, feelingWord, gapWords } from '../feelings/feelingWords.ts'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import { useKnown } from './Known.ts'
import styles from './known.module.css'

/** UTF-16 code units after which a quote is folded. */
const MOST = 200

/** One touchpoint: what the team assumed in pencil beside what customers felt in ink. */
export function GapCard({ gap: { touchpoint: id, assumed, heard, solid } }: { gap: Gap }) {
  const { go, read } = useKnown()
  const name = useId()
  const touchpoint = useMap(({ map }) => lookUp(map.touchpoints, id))
  const stage = useMap(({ map }) => lookUp(map.stages, touchpoint?.stage))
  const assumption = useMap(({ evidence }) => evidence.assumptionAbout(id))
  const said = useMap(({ evidence }) => evidence.cardQuotes(id))[0]
  const title = touchpoint ? KINDS.touchpoints.title(touchpoint) : ''
  return (
    <li className={styles.gap} aria-labelledby={name}>
      <header className={styles.gapHead}>
        <div className={styles.gapNames}>
          <button type="button" id={name} className={styles.gapName} onClick={() => go(id)} dir="auto">
            {title}
          </button>
          <span className={styles.quiet} dir="auto">
            {stage ? KINDS.stages.title(stage) : 'Unsorted'}
          </span>
        </div>
        <p className={styles.gapWords}>
          {gapWords(assumed, heard)}
          {!solid && <span className={styles.quiet}> · a hint, from {countWords(heard.customers, 'customer')}</span>}
        </p>
        <Band assumed={assumed} heard={heard.median} />
      </header>
      <div className={styles.beside}>
        <section className={styles.pencil} aria-label="We assumed">
          <h3 className={styles.sideName}>We assumed</h3>
          <p className={styles.feeling}>
            <span className={styles.guess}>{feelingNumber(assumed)}</span>
            {feelingWord(assumed)}
          </p>
          {assumption && assumption.text !== '' && (
            <p className={styles.assumption} dir="auto">
              {assumption.text}
            </p>
          )}
        </section>
        <section className={cx(styles.ink, !solid && styles.hint)} aria-label="Customers felt">
          <h3 className={styles.sideName}>Customers felt</h3>
          <p className={styles.feeling}>
            <FeelingMark feeling={heard.median} />
            {feelingWord(heard.median)}
            <button
              type="button"
              className={styles.link}
              aria-label={`Read what ${countWords(heard.customers, 'customer')} felt: ${title}`}
              onClick={() => read({ title, place: id, behind: { of: 'feeling', touchpoint: id } })}
            >
              {countWords(heard.customers, 'customer')}
            </button>
          </p>
          {said && (
            <>
              <QuoteWords text={said.text} recalled={said.quote.how === 'recalled'} most={MOST} />
              <div className={styles.under}>
                <QuoteSource quote={said.quote} />
                <WhereSaid quote={said.quote} />
              </div>
            </>
          )}
        </section>
      </div>
    </li>
  )
}
