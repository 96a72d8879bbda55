import type { ImportPreview, PreviewQuote } from '#shared/formats/csv/preview.ts'
import { Progress } from '../../ui/Progress.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { KindChip } from '../quotes/KindChip.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { dayWords } from '../quotes/quoteWords.ts'
import type { LeftOut as Row } from './ImportTable.ts'
import styles from './import.module.css'
import { LeftOut } from './LeftOut.tsx'
import { placesWords } from './placesWords.ts'

export type PreviewStepProps = {
  preview: ImportPreview | null
  /** How many rows are worked out, of how many. */
  rows: { done: number; all: number }
  problem: string | null
  name: string
  onLeftOut(): Promise<readonly Row[]>
}

/** What will come in, before anything does: numbers, the first quotes as they will look, and what stays out and why. */
export function PreviewStep({ preview, rows, problem, name, onLeftOut }: PreviewStepProps) {
  return (
    <div className={styles.preview}>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {preview === null ? (
        problem === null && (
          <div className={styles.sending}>
            <Progress
              label="Working it out"
              value={rows.done / rows.all}
              detail={`${rows.done.toLocaleString('en-GB')} of ${countWords(rows.all, 'row')}`}
            />
          </div>
        )
      ) : (
        <>
          <Figures preview={preview} />
          <p>{placesWords(preview)}</p>
          {preview.warnings.map(warning => (
            <p key={warning} className={styles.warning}>
              {warning}
            </p>
          ))}
          <LeftOut
            rows={[...preview.skipped, ...preview.duplicates].sort((a, b) => a.row - b.row)}
            count={preview.counts.skipped + preview.counts.duplicates}
            name={name}
            all={onLeftOut}
          />
          <h3 className={styles.heading}>The first quotes as they will look</h3>
          <ul className={styles.first}>
            {preview.first.map((quote, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name and never move.
              <First key={index} quote={quote} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Figures({ preview: { counts } }: { preview: ImportPreview }) {
  const figures = [
    { count: counts.rows, words: counts.rows === 1 ? 'row in the file' : 'rows in the file' },
    { count: counts.added, words: counts.added === 1 ? 'quote comes in' : 'quotes come in', isMain: true },
    { count: counts.customers, words: counts.customers === 1 ? 'customer' : 'customers' },
    { count: counts.unknown, words: 'of nobody known', ifAny: true },
    { count: counts.duplicates, words: counts.duplicates === 1 ? 'duplicate' : 'duplicates' },
    { count: counts.flagged, words: 'with the words of somebody else', ifAny: true },
    { count: counts.asked, words: counts.asked === 1 ? 'question' : 'turns that ask', ifAny: true },
    { count: counts.redacted, words: 'with something hidden' },
    { count: counts.skipped, words: 'left out' },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(
        ({ count, words, isMain, ifAny }) =>
          (count > 0 || !ifAny) && (
            <div key={words} className={isMain ? styles.main : undefined} data-none={count === 0}>
              <dd>{count.toLocaleString('en-GB')}</dd>
              <dt>{words}</dt>
            </div>
          ),
      )}
    </dl>
  )
}

function First({ quote }: { quote: PreviewQuote }) {
  const place = {
    touchpoint: `On “${quote.touchpoint}”${quote.stage ? ` in “${quote.stage}”` : ''}`,
    stage: `About the stage “${quote.stage}”`,
    journey: 'About the whole journey',
    tray: 'In the tray',
  }[quote.place]
  const facts = [
    quote.customer ?? 'Unknown customer',
    quote.saidOn && dayWords(quote.saidOn),
    quote.channel,
    quote.source,
    quote.score && `score ${quote.score}`,
  ].filter(Boolean)
  return (
    <li className={styles.firstQuote}>
      <QuoteWords text={quote.text} most={280} />
      <p className={styles.facts}>
        {dotted(facts)}
        <br />
        {place}
      </p>
      <p className={styles.marks}>
        <KindChip kind={quote.kind} />
        {quote.feeling !== null && <FeelingMark feeling={quote.feeling} />}
      </p>
    </li>
  )
}
