import { knownMap } from '../api/tokens.ts'
import { askForLead, mayLead, takeLead } from '../commands/leading.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './lead.module.css'
import { leaderName } from './leaderName.ts'
import type { RoomPlace } from './useRoomPlace.ts'

/** Asks how to go on, when somebody chose a scene to present and another person leads. Nobody’s wall has moved yet. */
export function LeadChoice({ room: { leader, place, settle } }: { room: RoomPlace }) {
  const open = useOpenMap()
  if (!leader) return null
  const name = leaderName(leader)
  const answered = (go?: () => void) => () => {
    settle()
    go?.()
  }
  return (
    <Dialog
      open
      onOpenChange={answered()}
      title={`${name.charAt(0).toUpperCase()}${name.slice(1)} is presenting`}
      description={`You see the scene that you chose. Whoever follows stays with ${name}.`}
    >
      <div className={styles.choices}>
        <Button onClick={answered(() => open.session.leading.follow(true))}>Follow {name}</Button>
        {mayLead(open) ? (
          <Button onClick={answered(() => takeLead(open, place))}>Take the lead</Button>
        ) : (
          knownMap(open.id)?.person && <Button onClick={answered(() => askForLead(open))}>Ask for the lead</Button>
        )}
        <Button variant="primary" onClick={answered()}>
          Look at it alone
        </Button>
      </div>
    </Dialog>
  )
}
