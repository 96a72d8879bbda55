import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { excerptWords } from '#shared/model/evidence/words.ts'
import { type Excerpt, KINDS, type Quote } from '#shared/model/kinds.ts'
import { NINE_QUESTIONS } from '#shared/model/questions.ts'
import { answerOf } from '../../../commands/excerpts.ts'
import { lookUp } from '../../../store/lookUp.ts'
import { useCanEdit, useMap } from '../../../store/MapContext.tsx'
import { cx } from '../../../ui/cx.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { FeelingMark } from '../../feelings/FeelingMark.tsx'
import { KindChip } from '../KindChip.tsx'
import { folded } from '../quoteWords.ts'
import styles from './reading.module.css'

/** UTF-16 code units of an excerpt in the list; the whole of it is marked beside. */
const MOST = 120

export type ExcerptListProps = {
  quote: Quote
  excerpts: readonly Excerpt[]
  active: string | null
  onShow(id: string): void
  onEdit(id: string): void
  onRemove(id: string): void
}

/** The excerpts of a quote in the order of its words: where each lies, and what else is known of it. */
export function ExcerptList({ quote, excerpts, active, onShow, onEdit, onRemove }: ExcerptListProps) {
  const canEdit = useCanEdit()
  return (
    <section className={styles.list} aria-label="Excerpts">
      <h3 className={styles.heading}>
        Excerpts {excerpts.length > 0 && <span className={styles.quiet}>{excerpts.length}</span>}
      </h3>
      {excerpts.length === 0 && (
        <p className={styles.quiet}>
          {canEdit
            ? 'A long story may cross the journey. Select a part of it and make an excerpt, with its own touchpoint, kind and feeling. Whoever told it still counts once.'
            : 'No excerpts were made of this yet.'}
        </p>
      )}
      <ul>
        {excerpts.map(excerpt => {
          const words = excerptWords(quote, excerpt)
          return (
            <li key={excerpt.id} className={cx(styles.excerpt, excerpt.id === active && styles.chosen)}>
              <button type="button" className={styles.show} onClick={() => onShow(excerpt.id)} dir="auto">
                “{folded(words, MOST) ?? words}”
              </button>
              <Facts excerpt={excerpt} quote={quote} />
              {canEdit && (
                <div className={styles.buttons}>
                  <IconButton label="Change this excerpt" size="small" onClick={() => onEdit(excerpt.id)}>
                    <Pencil />
                  </IconButton>
                  <IconButton
                    label="Delete this excerpt"
                    size="small"
                    variant="danger"
                    onClick={() => onRemove(excerpt.id)}
                  >
                    <Trash />
                  </IconButton>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Facts({ excerpt, quote }: { excerpt: Excerpt; quote: Quote }) {
  const map = useMap(view => view.map)
  const on = lookUp(map.touchpoints, excerpt.touchpoint)
  const answer = answerOf(map, excerpt.id)
  const question = NINE_QUESTIONS.find(({ id }) => id === answer?.question)
  return (
    <div className={styles.facts}>
      <span dir="auto">{on ? `On “${KINDS.touchpoints.title(on)}”` : 'On no touchpoint'}</span>
      <KindChip kind={excerpt.kind ?? quote.kind} />
      {excerpt.feeling !== null && <FeelingMark feeling={excerpt.feeling} />}
      {question && <span className={styles.answers}>Answers “{question.words}”</span>}
    </div>
  )
}
