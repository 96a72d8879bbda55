import { type Assumption, KINDS } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { countWords } from '../countWords.ts'
import { useKnown } from './Known.ts'
import known from './known.module.css'
import styles from './weakest.module.css'

/** Assumptions of which customers said the opposite; they stay as they were written. */
export function Overturned({ assumptions }: { assumptions: readonly Assumption[] }) {
  const { read, go } = useKnown()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const needed = map.map.voicesNeeded
  return (
    <section className={known.overturned} aria-label="We were wrong here">
      <h3 className={known.sideName}>We were wrong here</h3>
      <ul className={styles.list}>
        {assumptions.map(({ id, text, about }) => {
          const { supports, contradicts } = evidence.tally(id)
          const card = lookUp(map.touchpoints, about)
          const look = () => read({ title: text, place: card?.id ?? null, behind: { of: 'claim', claim: id } })
          return (
            <li key={id} className={styles.row}>
              <span className={styles.place} />
              <button
                type="button"
                className={known.ringButton}
                aria-label={`Read what is behind it, ${supports} for it, ${contradicts} against it: ${text}`}
                onClick={look}
              >
                <Ring {...{ needed, supports, contradicts }} size={36} label={null} />
              </button>
              <button type="button" className={styles.claim} onClick={() => (card ? go(card.id) : look())}>
                <span className={styles.text} dir="auto">
                  {text}
                </span>
                <span className={styles.facts} dir="auto">
                  {card ? `on “${KINDS.touchpoints.title(card)}”` : 'Our assumption'}
                </span>
              </button>
              <span className={styles.missing}>{countWords(contradicts, 'customer')} said the opposite</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
