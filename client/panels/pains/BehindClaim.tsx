import Unlink from 'lucide-react/icons/unlink'
import { useState } from 'react'
import type { ClaimEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { takeSide } from '../../commands/claims.ts'
import { readQuote } from '../../commands/reading.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ClaimRing } from '../claim/ClaimRing.tsx'
import { QuoteMeta } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import quotes from '../quotes/quotes.module.css'
import type { Stance } from '../quotes/StanceToggle.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import { EvidencePicker } from './EvidencePicker.tsx'
import styles from './pains.module.css'

const SIDES: readonly { stance: Stance; title: string }[] = [
  { stance: 'supports', title: 'Support it' },
  { stance: 'contradicts', title: 'Contradict it' },
]
const SHOWN_FIRST = 2
const SHOWN_MORE = 40

export type BehindClaimProps = {
  claim: string
  /** The touchpoint that the claim is about, or null. */
  touchpoint: string | null
  /** The touchpoints whose quotes may speak to it. */
  from: readonly string[]
  /** Points to the claim, as in “this pain point”. */
  name: string
}

/** What stands behind a claim: its ring, the quotes on both sides, and a way to pick more. */
export function BehindClaim({ claim, touchpoint, from, name }: BehindClaimProps) {
  const canEdit = useCanEdit()
  const evidence = useMap(view => view.evidence)
  const [isPicking, setPicking] = useState(false)
  const pieces = evidence.evidenceFor(claim)
  return (
    <div className={styles.evidence}>
      <ClaimRing claim={claim} touchpoint={touchpoint} size={36} />
      {SIDES.map(({ stance, title }) => {
        const side = pieces.filter(piece => piece.evidence.stance === stance)
        return side.length > 0 && <Side key={stance} title={title} pieces={side} claim={claim} />
      })}
      {canEdit && from.length > 0 && (
        <Button size="small" aria-expanded={isPicking} onClick={() => setPicking(!isPicking)}>
          {isPicking ? 'Done' : 'Pick quotes'}
        </Button>
      )}
      {isPicking && from.length > 0 && <EvidencePicker claim={claim} name={name} from={from} />}
    </div>
  )
}

function Side({ title, pieces, claim }: { title: string; pieces: readonly ClaimEvidence[]; claim: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [shown, setShown] = useState(SHOWN_FIRST)
  const rest = pieces.length - shown
  return (
    <section aria-label={title}>
      <h5 className={styles.side}>
        {title} <span className={styles.sideCount}>{pieces.length.toLocaleString('en-GB')}</span>
      </h5>
      <ul>
        {pieces.slice(0, shown).map(({ evidence, quote, text }) => (
          <li key={evidence.id} className={styles.piece}>
            <div>
              <QuoteWords
                text={text}
                recalled={quote.how === 'recalled'}
                most={200}
                isPart={evidence.quote !== quote.id}
                onRead={() => readQuote(open, quote.id, evidence.quote === quote.id ? null : evidence.quote)}
              />
              <QuoteMeta quote={quote} />
              <WhereSaid quote={quote} />
            </div>
            {canEdit && (
              <IconButton
                label="Unlink this quote"
                size="small"
                onClick={() => takeSide(open, claim, evidence.quote, null)}
              >
                <Unlink />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={quotes.fold} onClick={() => setShown(shown + SHOWN_MORE)}>
          Show {Math.min(rest, SHOWN_MORE)} more
        </button>
      )}
    </section>
  )
}
