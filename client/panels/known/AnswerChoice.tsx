import Check from 'lucide-react/icons/check'
import { excerptWords } from '#shared/model/evidence/words.ts'
import { WHY_HIRED } from '#shared/model/ids.ts'
import { type Evidence, type Excerpt, KINDS, type Quote } from '#shared/model/kinds.ts'
import { YES_OR_NO } from '#shared/model/questions.ts'
import { takeSide } from '../../commands/claims.ts'
import { readQuote } from '../../commands/reading.ts'
import type { Asked } from '../../store/asked.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import styles from './known.module.css'

type Stance = Evidence['stance']
type Side = { readonly stance: Stance; readonly word: string }

const ANSWERS: readonly Side[] = [{ stance: 'supports', word: 'Answers this' }]
const YES_NO: readonly Side[] = [
  { stance: 'supports', word: 'Yes' },
  { stance: 'contradicts', word: 'No' },
]
const SIDES: readonly Side[] = [
  { stance: 'supports', word: 'Says this' },
  { stance: 'contradicts', word: 'Says the opposite' },
]

/** UTF-16 code units after which words are folded. */
const MOST = 200

export type AnswerChoiceProps = {
  question: Asked
  quote: Quote
  /** Its excerpts, each of which can answer instead of the whole. */
  parts: readonly Excerpt[]
  /** The side of everything that answers already, by the id of a quote or an excerpt. */
  sides: ReadonlyMap<string, Stance>
}

/** A quote that can be chosen as an answer, and the parts of it that can: whoever told a long story answers with a part. */
export function AnswerChoice({ question, quote, parts, sides }: AnswerChoiceProps) {
  const open = useOpenMap()
  const isRecalled = quote.how === 'recalled'
  return (
    <li className={styles.verbatim}>
      <QuoteWords text={quote.text} recalled={isRecalled} most={MOST} onRead={() => readQuote(open, quote.id)} />
      <div className={styles.under}>
        <QuoteSource quote={quote} />
        <Give question={question} id={quote.id} sides={sides} name="The whole quote" />
      </div>
      {parts.length > 0 && (
        <ul className={styles.parts} aria-label="Parts of this quote">
          {parts.map(part => (
            <Part key={part.id} {...{ question, quote, part, sides }} />
          ))}
        </ul>
      )}
    </li>
  )
}

type PartProps = Omit<AnswerChoiceProps, 'parts'> & { part: Excerpt }

function Part({ question, quote, part, sides }: PartProps) {
  const open = useOpenMap()
  const on = useMap(({ map }) => lookUp(map.touchpoints, part.touchpoint))
  return (
    <li>
      <QuoteWords
        text={excerptWords(quote, part)}
        recalled={quote.how === 'recalled'}
        most={MOST}
        isPart
        onRead={() => readQuote(open, quote.id, part.id)}
      />
      <div className={styles.under}>
        <p className={styles.quiet} dir="auto">
          {on ? `A part of it, on “${KINDS.touchpoints.title(on)}”` : 'A part of it'}
        </p>
        <Give question={question} id={part.id} sides={sides} name="This part" />
      </div>
    </li>
  )
}

type GiveProps = { question: Asked; id: string; sides: ReadonlyMap<string, Stance>; name: string }

function Give({ question, id, sides, name }: GiveProps) {
  const open = useOpenMap()
  const choices = question === WHY_HIRED ? SIDES : YES_OR_NO.has(question) ? YES_NO : ANSWERS
  return (
    <fieldset className={styles.give} aria-label={name}>
      {choices.map(({ stance, word }) => {
        const isGiven = sides.get(id) === stance
        return (
          <Button
            key={stance}
            size="small"
            aria-pressed={isGiven}
            className={styles.given ?? ''}
            icon={isGiven ? <Check /> : null}
            onClick={() => takeSide(open, question, id, isGiven ? null : stance)}
          >
            {word}
          </Button>
        )
      })}
    </fieldset>
  )
}
