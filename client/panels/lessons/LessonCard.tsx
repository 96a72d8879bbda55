import type { Lesson } from '#shared/model/evidence/lessons.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { dotted } from '../dotted.ts'
import { useKnown } from '../known/Known.ts'
import known from '../known/known.module.css'
import { STATUS_WORDS } from '../pains/painWords.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import styles from './lessons.module.css'

/** What one pain point taught: the lesson first, where it comes from below; the ring leads to the customers’ words. */
export function LessonCard({ lesson: { pain, words, touchpoint, stage, team, on, tally } }: { lesson: Lesson }) {
  const { go, read } = useKnown()
  const map = useMap(view => view.map)
  const card = lookUp(map.touchpoints, touchpoint)
  const stageName = lookUp(map.stages, stage)
  const owner = lookUp(map.teams, team)
  const title = KINDS.painPoints.title(pain)
  const { supports, contradicts, stale } = tally
  const facts = [
    stageName && KINDS.stages.title(stageName),
    owner ? KINDS.teams.title(owner) : 'no team',
    `${STATUS_WORDS[pain.status].toLowerCase()}${on ? `, ${dayWords(on)}` : ''}`,
  ].filter(Boolean)
  return (
    <li className={styles.lesson}>
      <button
        type="button"
        className={known.ringButton}
        aria-label={`Read what is behind it, ${supports} ${supports === 1 ? 'customer' : 'customers'}: ${title}`}
        onClick={() => read({ title, place: card?.id ?? null, behind: { of: 'claim', claim: pain.id } })}
      >
        <Ring needed={map.map.voicesNeeded} {...{ supports, contradicts, stale }} size={36} label={null} />
      </button>
      <div>
        <p className={styles.words} dir="auto">
          {words}
        </p>
        {card ? (
          <button type="button" className={known.link} onClick={() => go(card.id)}>
            From “{title}” on “{KINDS.touchpoints.title(card)}”
          </button>
        ) : (
          <p className={known.quiet}>From “{title}”</p>
        )}
        {facts.length > 0 && <p className={known.quiet}>{dotted(facts)}</p>}
      </div>
    </li>
  )
}
