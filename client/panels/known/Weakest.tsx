import ClipboardList from 'lucide-react/icons/clipboard-list'
import { useState } from 'react'
import type { WeakClaim } from '#shared/model/evidence/weakest.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countWords } from '../countWords.ts'
import known from './known.module.css'
import { Plan } from './Plan.tsx'
import { WeakRow } from './WeakRow.tsx'
import styles from './weakest.module.css'

const SHOWN = 50

/** The claims that stand on least, ranked, and the plan that they make. */
export function Weakest({ claims }: { claims: readonly WeakClaim[] }) {
  const needed = useMap(({ map }) => map.map.voicesNeeded)
  const [isPlanning, setPlanning] = useState(false)
  const [shown, setShown] = useState(SHOWN)
  if (claims.length === 0) {
    return (
      <EmptyState>
        Every claim on this map is confirmed by {countWords(needed, 'customer')} or more, and none of it is old.
      </EmptyState>
    )
  }
  if (isPlanning) return <Plan claims={claims} onBack={() => setPlanning(false)} />
  return (
    <div className={known.part}>
      <div className={known.lead}>
        <p className={known.quiet}>
          What is not confirmed yet, the weakest first. Where much depends on it, it comes before the rest.
        </p>
        <Button variant="primary" icon={<ClipboardList />} onClick={() => setPlanning(true)}>
          Make a research plan
        </Button>
      </div>
      <ol className={styles.list}>
        {claims.slice(0, shown).map((claim, index) => (
          <WeakRow key={claim.id} claim={claim} place={index + 1} />
        ))}
      </ol>
      {claims.length > shown && (
        <Button variant="quiet" onClick={() => setShown(shown + SHOWN)}>
          Show {SHOWN} more of {claims.length.toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  )
}
