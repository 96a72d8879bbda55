import type { WeakClaim } from '#shared/model/evidence/weakest.ts'
import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Ring } from '../../ui/Ring.tsx'
import { questionOf } from './behind.ts'
import { useKnown } from './Known.ts'
import known from './known.module.css'
import styles from './weakest.module.css'
import { CLAIM_WORDS, missingWords, weaknessWords } from './weakWords.ts'

/** One weak claim: its ring leads to the words behind it, the rest to where it stands on the map. */
export function WeakRow({ claim, place }: { claim: WeakClaim; place: number }) {
  const { read, go, ask } = useKnown()
  const map = useMap(view => view.map)
  const needed = map.map.voicesNeeded
  const { tally, text } = claim
  const question = questionOf(claim.id)
  const answered = tally.supports + tally.contradicts + tally.mixed
  const supports = question === null ? tally.supports : answered
  const contradicts = question === null ? tally.contradicts : 0
  const at = placeOf(map, claim)
  const look = () =>
    read({
      title: text,
      place: at?.id ?? null,
      behind: question === null ? { of: 'claim', claim: claim.id } : { of: 'question', question, part: {} },
    })
  const open = () => {
    if (question !== null) ask(question)
    else if (at === null) look()
    else go(at.id)
  }
  const facts = [CLAIM_WORDS[claim.kind], ...(at === null ? [] : [`on “${at.title}”`])]
  return (
    <li className={styles.row}>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <button
        type="button"
        className={known.ringButton}
        aria-label={`Read what is behind it, ${supports} of ${needed} customers needed: ${text}`}
        onClick={look}
      >
        <Ring {...{ needed, supports, contradicts }} stale={tally.stale} size={36} label={null} />
      </button>
      <button type="button" className={styles.claim} onClick={open}>
        <span className={styles.text} dir="auto">
          {text}
        </span>
        <span className={styles.why}>{weaknessWords(claim)}</span>
        <span className={styles.facts} dir="auto">
          {facts.join(' ')}
        </span>
      </button>
      <span className={styles.missing}>{missingWords(claim)}</span>
    </li>
  )
}

/** The card or header that a claim is about; null where the canvas has none. */
function placeOf(map: MapDocument, { id, kind, touchpoint }: WeakClaim): { id: string; title: string } | null {
  const about = kind === 'assumptions' ? lookUp(map.assumptions, id)?.about : touchpoint
  const card = lookUp(map.touchpoints, about)
  if (card) return { id: card.id, title: KINDS.touchpoints.title(card) }
  const stage = lookUp(map.stages, about)
  if (stage) return { id: stage.id, title: KINDS.stages.title(stage) }
  const lane = lookUp(map.lanes, about)
  return lane ? { id: lane.id, title: KINDS.lanes.title(lane) } : null
}
