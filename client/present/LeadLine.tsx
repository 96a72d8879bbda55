import CornerUpLeft from 'lucide-react/icons/corner-up-left'
import { useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './lead.module.css'
import { leaderName } from './leaderName.ts'
import type { RoomPlace } from './useRoomPlace.ts'

/** Says in the corner of the room with whom one goes, and leads back to them after looking around. */
export function LeadLine({ room: { part, leader } }: { room: RoomPlace }) {
  const { session } = useOpenMap()
  if (!leader || part === 'leads') return null
  const name = leaderName(leader)
  return (
    <div className={styles.line}>
      {part === 'follows' ? (
        <p role="status" className={styles.with}>
          You follow {name}
        </p>
      ) : (
        <Button
          variant="primary"
          icon={<CornerUpLeft size={16} />}
          onClick={event => {
            // Keys go on in the room; the button is gone.
            event.currentTarget.blur()
            session.leading.follow(true)
          }}
        >
          Back to {name}
        </Button>
      )}
    </div>
  )
}
