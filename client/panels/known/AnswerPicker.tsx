import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { WHY_HIRED } from '#shared/model/ids.ts'
import type { Excerpt } from '#shared/model/kinds.ts'
import { NINE_QUESTIONS } from '#shared/model/questions.ts'
import type { Asked } from '../../store/asked.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { useQuoteSearch } from '../tray/useQuoteSearch.ts'
import { AnswerChoice } from './AnswerChoice.tsx'
import styles from './known.module.css'
import { SidePanel } from './SidePanel.tsx'

const SHOWN = 30
const NONE: readonly Excerpt[] = []

function wordsOf(question: Asked): string {
  return NINE_QUESTIONS.find(({ id }) => id === question)?.words ?? ''
}

/** The excerpts of each quote, in the order of its words. */
function inOrder(excerpts: readonly Excerpt[]): ReadonlyMap<string, readonly Excerpt[]> {
  return Map.groupBy(
    excerpts.toSorted((a, b) => a.start - b.start),
    ({ quote }) => quote,
  )
}

/** Chooses quotes as answers to a question. Nothing is written here: only customers answer. */
export function AnswerPicker({ question, onClose }: { question: Asked; onClose(): void }) {
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
  const partsOf = useMemo(() => inOrder(map.excerpts), [map.excerpts])
  const isClaim = question === WHY_HIRED
  const words = isClaim ? `Why customers hire us: ${map.map.whyHired}` : wordsOf(question)
  return (
    <SidePanel
      title={words}
      note={
        isClaim
          ? 'Choose quotes that say this, or the opposite, or parts of long ones.'
          : 'Choose quotes that answer it, or parts of long ones.'
      }
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
            <AnswerChoice key={quote.id} {...{ question, quote, sides }} parts={partsOf.get(quote.id) ?? NONE} />
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
