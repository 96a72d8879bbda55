import Plus from 'lucide-react/icons/plus'
import { memo, useState } from 'react'
import { addPain } from '../../commands/claims.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import panel from '../Panel.module.css'
import { PanelSection } from '../PanelSection.tsx'
import { PainCard } from './PainCard.tsx'
import styles from './pains.module.css'

/** What hurts customers at a touchpoint, the worst first; what is behind us comes last and is quiet. */
export const PainsSection = memo(function PainsSection({ touchpoint }: { touchpoint: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const evidence = useMap(view => view.evidence)
  const [shown, setShown] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const pains = [...evidence.painsOn(touchpoint)].sort(
    (a, b) => Number(a.status === 'moved-on') - Number(b.status === 'moved-on') || b.severity - a.severity,
  )
  const add = () => {
    const id = addPain(open, touchpoint)
    setMade(id)
    setShown(id)
  }
  return (
    <PanelSection
      title="Pain points"
      {...(pains.length > 0 ? { count: pains.length.toLocaleString('en-GB') } : {})}
      action={
        canEdit && (
          <Button size="small" variant="quiet" icon={<Plus />} aria-label="Add a pain point" onClick={add}>
            Add
          </Button>
        )
      }
    >
      {pains.length === 0 && <p className={panel.hint}>Nothing is known to hurt here.</p>}
      <ul className={styles.cards}>
        {pains.map(pain => (
          <PainCard
            key={pain.id}
            pain={pain}
            isOpen={shown === pain.id}
            isNew={made === pain.id}
            onToggle={() => setShown(shown === pain.id ? null : pain.id)}
          />
        ))}
      </ul>
    </PanelSection>
  )
})
