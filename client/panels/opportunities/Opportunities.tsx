import Plus from 'lucide-react/icons/plus'
import { useMemo, useState } from 'react'
import { weighedOpportunities } from '#shared/model/evidence/votes.ts'
import { addOpportunity } from '../../commands/opportunities.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import known from '../known/known.module.css'
import { OpportunityCard } from './OpportunityCard.tsx'
import styles from './opportunities.module.css'

/** All opportunities, those with most customers behind them first; votes stand beside and never lift one. */
export function Opportunities() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const weighed = useMemo(() => weighedOpportunities(map, evidence), [map, evidence])
  const [shown, setShown] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const add = () => {
    const id = addOpportunity(open, null)
    setMade(id)
    setShown(id)
  }
  const button = canEdit && (
    <Button icon={<Plus />} onClick={add}>
      Add an opportunity
    </Button>
  )
  if (weighed.length === 0) {
    return (
      <EmptyState action={button}>
        An opportunity says what could be better, from one or more pain points. Here it stands with the customers behind
        it, and the votes it got.
      </EmptyState>
    )
  }
  return (
    <div className={known.part}>
      <div className={known.lead}>
        <p className={known.quiet}>
          Those with most customers behind them first. A vote says what we want; it is no customer’s word and moves
          nothing up.
        </p>
        {button}
      </div>
      <ul className={styles.list}>
        {weighed.map(({ opportunity }) => (
          <OpportunityCard
            key={opportunity.id}
            opportunity={opportunity}
            isOpen={shown === opportunity.id}
            isNew={made === opportunity.id}
            onToggle={() => setShown(shown === opportunity.id ? null : opportunity.id)}
          />
        ))}
      </ul>
    </div>
  )
}
