import { useStore } from 'zustand'
import { handLead } from '../commands/leading.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './lead.module.css'

/** Says to whoever leads that somebody asks for the lead, until they answer. */
export function LeadAsked() {
  const open = useOpenMap()
  const { leading } = open.session
  const { by } = useStore(leading.asked)
  if (!by) return null
  return (
    <div className={styles.asked}>
      <p role="status">
        <bdi>{by.name}</bdi> asks for the lead.
      </p>
      <Button
        size="small"
        variant="primary"
        onClick={() => {
          leading.answerAsked()
          handLead(open, by.id)
        }}
      >
        Hand it over
      </Button>
      <Button size="small" onClick={() => leading.answerAsked()}>
        Not now
      </Button>
    </div>
  )
}
