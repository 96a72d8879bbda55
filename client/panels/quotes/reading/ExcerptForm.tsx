import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { useCallback, useMemo } from 'react'
import { type ExcerptSpan, excerptWords } from '#shared/model/evidence/words.ts'
import { QUESTIONS } from '#shared/model/ids.ts'
import { KINDS, type Quote } from '#shared/model/kinds.ts'
import { NINE_QUESTIONS, YES_OR_NO } from '#shared/model/questions.ts'
import { lookUp } from '../../../store/lookUp.ts'
import { useMap } from '../../../store/MapContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Chooser } from '../../Chooser.tsx'
import { wordsIn } from '../../customers/blackWords.ts'
import { FeelingChoice } from '../../feelings/FeelingChoice.tsx'
import { matching } from '../../finding.ts'
import { placesOf } from '../../places.ts'
import { type EndMove, movedEnd } from '../excerptEnds.ts'
import { KindChoice } from '../KindChoice.tsx'
import { QuoteWords } from '../QuoteWords.tsx'
import type { ExcerptDraft } from './excerptDraft.ts'
import styles from './reading.module.css'

const NOWHERE = { id: '', title: 'On no touchpoint', detail: '' }

const QUESTION_OPTIONS = [
  { value: '', label: 'None of the nine questions' },
  ...NINE_QUESTIONS.map(({ id, words }) => ({ value: id, label: words })),
]

const YES_NO = [
  { value: 'supports', label: 'Yes' },
  { value: 'contradicts', label: 'No' },
] as const

const ENDS = [
  { end: 'start', name: 'Begins' },
  { end: 'end', name: 'Ends' },
] as const

export type ExcerptFormProps = {
  quote: Quote
  draft: ExcerptDraft
  onChange(fields: Partial<ExcerptDraft>): void
  /** What is selected in the quote now, which the excerpt can be made to hold. */
  selected: ExcerptSpan | null
}

/** Where an excerpt begins and ends, where it lies, what kind of words it is, how it felt, and what it answers. */
export function ExcerptForm({ quote, draft, onChange, selected }: ExcerptFormProps) {
  const map = useMap(view => view.map)
  const words = useMemo(() => wordsIn(quote.text), [quote.text])
  const places = useMemo(() => [NOWHERE, ...placesOf(map)], [map])
  const find = useCallback(
    (wanted: string) => matching(places, wanted, place => `${place.title} ${place.detail}`),
    [places],
  )
  const on = lookUp(map.touchpoints, draft.touchpoint)
  const { answer } = draft
  const move = (to: EndMove) => movedEnd(quote.text, words, draft, to)
  const isOther = selected !== null && (selected.start !== draft.start || selected.end !== draft.end)
  return (
    <section className={styles.form} aria-label={draft.id === null ? 'New excerpt' : 'Change the excerpt'}>
      <h3 className={styles.heading}>{draft.id === null ? 'New excerpt' : 'Change the excerpt'}</h3>
      <QuoteWords text={excerptWords(quote, draft)} recalled={quote.how === 'recalled'} most={240} />
      <div className={styles.ends}>
        {ENDS.map(({ end, name }) => (
          <fieldset key={end} className={styles.end} aria-label={`Where it ${name.toLowerCase()}`}>
            <span>{name}</span>
            {([-1, 1] as const).map(by => {
              const to = move({ end, by })
              return (
                <IconButton
                  key={by}
                  size="small"
                  label={`${name} one word ${by < 0 ? 'earlier' : 'later'}`}
                  disabled={to === null}
                  onClick={() => to && onChange(to)}
                >
                  {by < 0 ? <ArrowLeft /> : <ArrowRight />}
                </IconButton>
              )
            })}
          </fieldset>
        ))}
        {isOther && (
          // Pressing it leaves the words selected.
          <Button size="small" onPointerDown={event => event.preventDefault()} onClick={() => onChange(selected)}>
            Use the selected words
          </Button>
        )}
      </div>
      <Chooser
        label="Touchpoint"
        shown={on ? KINDS.touchpoints.title(on) : NOWHERE.title}
        search="Find a touchpoint"
        find={find}
        none="No touchpoint is called that."
        onChoose={({ id }) => onChange({ touchpoint: id || null })}
      />
      <KindChoice value={draft.kind} onChange={kind => onChange({ kind })} />
      <div>
        <span className={styles.label}>How it felt, if you can tell</span>
        <FeelingChoice
          tone="ink"
          label="How it felt"
          value={draft.feeling}
          onChange={feeling => onChange({ feeling })}
        />
      </div>
      <Select
        label="Answers"
        options={QUESTION_OPTIONS}
        value={answer?.question ?? ''}
        onChange={id => {
          const question = QUESTIONS.find(one => one === id)
          onChange({ answer: question ? { question, stance: 'supports' } : null })
        }}
      />
      {answer && YES_OR_NO.has(answer.question) && (
        <Select
          label="With"
          options={YES_NO}
          value={answer.stance}
          onChange={stance => onChange({ answer: { ...answer, stance } })}
        />
      )}
    </section>
  )
}
