import { useStore } from 'zustand'
import { endLead } from '../commands/leading.ts'
import { present } from '../commands/presenting.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './lead.module.css'
import { leaderName } from './leaderName.ts'

/** Says on the map that somebody presents it, and how to go along; to whoever leads, how to go on or end. */
export function LeadOffer() {
  const open = useOpenMap()
  const { lead } = useStore(open.session.leading.store)
  if (!lead) return null
  const name = leaderName(lead.leader)
  return (
    <div className={styles.offer}>
      <p role="status">
        {lead.mine ? 'You are presenting.' : `${name.charAt(0).toUpperCase()}${name.slice(1)} is presenting.`}
      </p>
      <Button size="small" onClick={() => present(open)}>
        {lead.mine ? 'Back to the scene' : 'Follow'}
      </Button>
      {lead.mine && (
        <Button size="small" variant="quiet" onClick={() => endLead(open)}>
          Stop leading
        </Button>
      )}
    </div>
  )
}
