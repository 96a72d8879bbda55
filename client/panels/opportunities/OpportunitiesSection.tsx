import Plus from 'lucide-react/icons/plus'
import { memo, useState } from 'react'
import { addOpportunity } from '../../commands/opportunities.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import panel from '../Panel.module.css'
import { PanelSection } from '../PanelSection.tsx'
import pains from '../pains/pains.module.css'
import { OpportunityCard } from './OpportunityCard.tsx'

/** What could be made better at a touchpoint, or comes from one of its pain points. */
export const OpportunitiesSection = memo(function OpportunitiesSection({ touchpoint }: { touchpoint: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const all = useMap(({ map }) => map.opportunities)
  const evidence = useMap(view => view.evidence)
  const [shown, setShown] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const own = evidence.painsOn(touchpoint).map(({ id }) => id)
  const here = all.filter(one => one.touchpoint === touchpoint || one.painPoints.some(pain => own.includes(pain)))
  const add = () => {
    const id = addOpportunity(open, touchpoint, own.length === 1 ? own : [])
    setMade(id)
    setShown(id)
  }
  return (
    <PanelSection
      title="Opportunities"
      {...(here.length > 0 ? { count: here.length.toLocaleString('en-GB') } : {})}
      action={
        canEdit && (
          <Button size="small" variant="quiet" icon={<Plus />} aria-label="Add an opportunity" onClick={add}>
            Add
          </Button>
        )
      }
    >
      {here.length === 0 && <p className={panel.hint}>Nobody has written what could be better.</p>}
      <ul className={pains.cards}>
        {here.map(opportunity => (
          <OpportunityCard
            key={opportunity.id}
            opportunity={opportunity}
            isOpen={shown === opportunity.id}
            isNew={made === opportunity.id}
            onToggle={() => setShown(shown === opportunity.id ? null : opportunity.id)}
          />
        ))}
      </ul>
    </PanelSection>
  )
})
