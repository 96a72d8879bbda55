import CloudOff from 'lucide-react/icons/cloud-off'
import HardDrive from 'lucide-react/icons/hard-drive'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Later, later } from '../../ui/Later.tsx'
import styles from './Notices.module.css'
import { type Notice, noticeOf } from './notice.ts'

const EditList = later(async () => (await import('./EditList.tsx')).EditList)
const CopyEdits = later(async () => (await import('./EditList.tsx')).CopyEdits)

const ICONS = { refused: TriangleAlert, aside: TriangleAlert, failing: HardDrive, copy: CloudOff }

/**
 * Says below the bar what goes wrong between this browser and the server, and what of one's own work it concerns.
 * `onReload` opens the map anew.
 */
export function Notices({ onReload }: { onReload(): void }) {
  const { role, session } = useOpenMap()
  const [isRead, setRead] = useState(false)
  const shown = useSyncExternalStore(
    listener => session.subscribe(listener),
    () => `${session.saved.state} ${session.ending?.next} ${session.asideEdits.length} ${session.keeps}`,
  )
  const notice = noticeOf(session, role)
  if (!notice || (notice.kind === 'copy' && isRead)) return null
  return (
    <Bar key={shown} notice={notice}>
      {notice.edits.length > 0 && <Later part={CopyEdits} props={{ edits: notice.edits }} />}
      <Actions notice={notice} onReload={onReload} onRead={() => setRead(true)} />
    </Bar>
  )
}

function Bar({ notice, children }: { notice: Notice; children: ReactNode }) {
  const Icon = ICONS[notice.kind]
  const isGrave = notice.kind === 'refused' || notice.kind === 'aside'
  return (
    <div
      role={isGrave ? 'alert' : 'status'}
      className={styles.notice}
      data-testid="notice"
      data-kind={notice.kind}
      data-grave={isGrave}
    >
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p>{notice.sentence}</p>
        {notice.edits.length > 0 && <Later part={EditList} props={{ edits: notice.edits }} />}
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  )
}

type ActionsProps = { notice: Notice; onReload(): void; onRead(): void }

function Actions({ notice, onReload, onRead }: ActionsProps) {
  const { session } = useOpenMap()
  const dismiss = (run: () => void) => (
    <IconButton label="Dismiss" size="small" onClick={run}>
      <X />
    </IconButton>
  )
  switch (notice.kind) {
    case 'aside':
      return dismiss(() => session.dismissAside())
    case 'copy':
      return dismiss(onRead)
    case 'refused':
      return notice.reloadsPage ? (
        <Button size="small" variant="primary" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      ) : (
        <Button size="small" onClick={onReload}>
          Load the map again
        </Button>
      )
    case 'failing':
      return null
  }
}
