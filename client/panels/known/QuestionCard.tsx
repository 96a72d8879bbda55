import Plus from 'lucide-react/icons/plus'
import Unlink from 'lucide-react/icons/unlink'
import { useId } from 'react'
import type { Answer, AnsweredQuestion, BoardPart } from '#shared/model/evidence/questionBoard.ts'
import { readQuote } from '../../commands/reading.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import { useKnown } from './Known.ts'
import styles from './known.module.css'
import { removeAnswer } from './removeAnswer.ts'

const SHOWN = 2
/** UTF-16 code units after which an answer is folded. */
const MOST = 220

export type QuestionCardProps = { answered: AnsweredQuestion; part: BoardPart; isTop?: boolean }

/** One of the nine questions: how many customers answered it, and the first of their words. */
export function QuestionCard({ answered, part, isTop = false }: QuestionCardProps) {
  const { id, words, answers, customers, missing, sides } = answered
  const known = useKnown()
  const canEdit = useCanEdit()
  const needed = useMap(({ map }) => map.map.voicesNeeded)
  const heading = useId()
  const ring = { supports: sides ? sides.supports : customers, contradicts: sides ? sides.contradicts : 0 }
  const read = () => known.read({ title: words, behind: { of: 'question', question: id, part }, place: null })
  return (
    <article className={cx(styles.card, isTop && styles.top)} aria-labelledby={heading}>
      <header className={styles.cardHead}>
        <button
          type="button"
          className={styles.ringButton}
          aria-label={`Read the answers of ${customers} of ${needed} customers needed: ${words}`}
          onClick={read}
        >
          <Ring needed={needed} {...ring} size={isTop ? 56 : 40} label={null} />
        </button>
        <div className={styles.cardTitles}>
          <h3 id={heading} className={styles.question}>
            {words}
          </h3>
          <p className={styles.quiet}>{countOf(answered, needed)}</p>
        </div>
      </header>
      {sides ? (
        <div className={styles.sides}>
          <AnswersOf title="Yes" question={id} count={sides.supports} answers={answers.filter(isFor)} onRead={read} />
          <AnswersOf
            title="No"
            question={id}
            count={sides.contradicts}
            answers={answers.filter(isAgainst)}
            onRead={read}
          />
        </div>
      ) : (
        <Answers question={id} answers={answers} onRead={read} />
      )}
      {canEdit && (
        <Button size="small" icon={<Plus />} className={cx(styles.add)} onClick={() => known.answer(id)}>
          Add an answer
        </Button>
      )}
      {!canEdit && missing > 0 && answers.length === 0 && <p className={styles.quiet}>Nobody was heard on this yet.</p>}
    </article>
  )
}

function isFor({ evidence }: Answer): boolean {
  return evidence.stance === 'supports'
}

function isAgainst({ evidence }: Answer): boolean {
  return evidence.stance === 'contradicts'
}

/** `3 of 5 customers: 2 yes, 1 no. 2 more are needed.` */
function countOf({ customers, missing, sides }: AnsweredQuestion, needed: number): string {
  const said = sides ? [`${sides.supports} yes`, `${sides.contradicts} no`] : []
  if (sides && sides.mixed > 0) said.push(`${sides.mixed} both`)
  const many = customers > needed ? `${customers} customers, ${needed} needed` : `${customers} of ${needed} customers`
  const which = customers > 0 && said.length > 0 ? `: ${said.join(', ')}` : ''
  return `${many}${which}${missing > 0 ? `. ${missing} more ${missing === 1 ? 'is' : 'are'} needed` : ''}`
}

type ListProps = { question: string; answers: readonly Answer[]; onRead(): void }

function AnswersOf({ title, count, ...list }: ListProps & { title: string; count: number }) {
  return (
    <section aria-label={title}>
      <h4 className={styles.sideName}>
        {title} <span className={styles.quiet}>{count.toLocaleString('en-GB')}</span>
      </h4>
      {list.answers.length === 0 && <p className={styles.quiet}>Nobody said so yet.</p>}
      <Answers {...list} />
    </section>
  )
}

/** What customers said comes before what fills no ring. */
function Answers({ question, answers, onRead }: ListProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const ordered = answers.toSorted((a, b) => Number(b.voice === 'customer') - Number(a.voice === 'customer'))
  return (
    <>
      <ul>
        {ordered.slice(0, SHOWN).map(({ evidence, quote, text }) => (
          <li key={evidence.id} className={styles.answer}>
            <QuoteWords
              text={text}
              recalled={quote.how === 'recalled'}
              most={MOST}
              isPart={evidence.quote !== quote.id}
              onRead={() => readQuote(open, quote.id, evidence.quote === quote.id ? null : evidence.quote)}
            />
            <div className={styles.answerFoot}>
              <div>
                <QuoteSource quote={quote} />
                <WhereSaid quote={quote} />
              </div>
              {canEdit && (
                <IconButton
                  label="Remove this answer"
                  size="small"
                  onClick={() => removeAnswer(open, question, evidence.quote)}
                >
                  <Unlink />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ul>
      {answers.length > SHOWN && (
        <button type="button" className={styles.link} onClick={onRead}>
          Read all {answers.length.toLocaleString('en-GB')}
        </button>
      )}
    </>
  )
}
