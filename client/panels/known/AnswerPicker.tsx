import Check from 'lucide-react/icons/check'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { WHY_HIRED } from '#shared/model/ids.ts'
import { NINE_QUESTIONS, YES_OR_NO } from '#shared/model/questions.ts'
import { takeSide } from '../../commands/claims.ts'
import type { Asked } from '../../store/asked.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { lookUp } from '../lookUp.ts'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { useQuoteSearch } from '../tray/useQuoteSearch.ts'
import styles from './known.module.css'
import { SidePanel } from './SidePanel.tsx'

const SHOWN = 30
/** UTF-16 code units after which words are folded. */
const MOST = 200

const ANSWERS = [{ stance: 'supports', word: 'Answers this' }] as const
const YES_NO = [
  { stance: 'supports', word: 'Yes' },
  { stance: 'contradicts', word: 'No' },
] as const

const SIDES = [
  { stance: 'supports', word: 'Says this' },
  { stance: 'contradicts', word: 'Says the opposite' },
] as const

function wordsOf(question: Asked): string {
  return NINE_QUESTIONS.find(({ id }) => id === question)?.words ?? ''
}

/** Chooses quotes as answers to a question. Nothing is written here: only customers answer. */
export function AnswerPicker({ question, onClose }: { question: Asked; onClose(): void }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const wanted = useDeferredValue(typed)
  const quotes = evidence.spoken()
  const found = useQuoteSearch(quotes, wanted)
  const list = useMemo(() => found?.flatMap(id => lookUp(map.quotes, id) ?? []) ?? quotes, [found, quotes, map.quotes])
  const sides = useMemo(
    () => new Map(evidence.evidenceFor(question).map(piece => [piece.evidence.quote, piece.evidence.stance])),
    [evidence, question],
  )
  const isClaim = question === WHY_HIRED
  const words = isClaim ? `Why customers hire us: ${map.map.whyHired}` : wordsOf(question)
  return (
    <SidePanel
      title={words}
      note={isClaim ? 'Choose quotes that say this, or the opposite.' : 'Choose quotes that answer it.'}
      focus={search}
      onClose={onClose}
    >
      <div className={styles.search}>
        <TextField
          ref={search}
          type="search"
          label="Search all quotes"
          hideLabel
          placeholder="Search all quotes"
          value={typed}
          onChange={value => {
            setTyped(value)
            setShown(SHOWN)
          }}
        />
        <p className={styles.quiet} role="status">
          {found ? `${countWords(list.length, 'quote')} found` : countWords(list.length, 'quote')}
        </p>
      </div>
      <div className={styles.sideBody}>
        <ul>
          {list.slice(0, shown).map(quote => (
            <li key={quote.id} className={styles.verbatim}>
              <QuoteWords text={quote.text} recalled={quote.how === 'recalled'} most={MOST} />
              <div className={styles.under}>
                <QuoteSource quote={quote} />
                <fieldset className={styles.give} aria-label={words}>
                  {(isClaim ? SIDES : YES_OR_NO.has(question) ? YES_NO : ANSWERS).map(({ stance, word }) => {
                    const isGiven = sides.get(quote.id) === stance
                    return (
                      <Button
                        key={stance}
                        size="small"
                        aria-pressed={isGiven}
                        className={styles.given ?? ''}
                        icon={isGiven ? <Check /> : null}
                        onClick={() => takeSide(open, question, quote.id, isGiven ? null : stance)}
                      >
                        {word}
                      </Button>
                    )
                  })}
                </fieldset>
              </div>
            </li>
          ))}
        </ul>
        {list.length > shown && (
          <Button size="small" variant="quiet" onClick={() => setShown(shown + SHOWN)}>
            Show {SHOWN} more of {list.length.toLocaleString('en-GB')}
          </Button>
        )}
        {map.quotes.length === 0 && (
          <p className={styles.quiet}>There are no quotes on the map yet. Add or import some first.</p>
        )}
      </div>
    </SidePanel>
  )
}
