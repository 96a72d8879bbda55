import { useMemo, useState } from 'react'
import type { Gap } from '#shared/model/evidence/gaps.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GapCard } from './GapCard.tsx'
import known from './known.module.css'
import { Overturned } from './Overturned.tsx'

const SHOWN = 30

/** Where what the team believed lies furthest from what customers felt or said. */
export function MostWrong({ gaps }: { gaps: readonly Gap[] }) {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const [shown, setShown] = useState(SHOWN)
  const overturned = useMemo(
    () => map.assumptions.filter(({ id, text }) => text.trim() !== '' && evidence.tally(id).overturned),
    [map.assumptions, evidence],
  )
  if (gaps.length + overturned.length === 0) {
    return (
      <EmptyState>
        This compares what the team assumed with what customers felt. Guess the feeling of a touchpoint, then add quotes
        that say how it felt.
      </EmptyState>
    )
  }
  return (
    <div className={known.part}>
      {overturned.length > 0 && <Overturned assumptions={overturned} />}
      {gaps.length > 0 && (
        <p className={known.quiet}>
          The widest gaps first; those heard from fewer than {map.map.voicesNeeded} customers are hints and come last.
        </p>
      )}
      <ol className={known.gaps}>
        {gaps.slice(0, shown).map(gap => (
          <GapCard key={gap.touchpoint} gap={gap} />
        ))}
      </ol>
      {gaps.length > shown && (
        <Button variant="quiet" onClick={() => setShown(shown + SHOWN)}>
          Show {SHOWN} more of {gaps.length.toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  )
}
