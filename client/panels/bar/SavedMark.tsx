import Check from 'lucide-react/icons/check'
import CloudOff from 'lucide-react/icons/cloud-off'
import HardDrive from 'lucide-react/icons/hard-drive'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useSyncExternalStore } from 'react'
import type { MapSession } from '../../session/MapSession.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import styles from './SavedMark.module.css'

type Said = { word: string; more: string; icon: typeof Check }

function say({ saved, ready, keeps }: Pick<MapSession, 'saved' | 'ready' | 'keeps'>): Said {
  switch (saved.state) {
    case 'opening':
      return { word: 'Opening', more: 'The map is being loaded.', icon: LoaderCircle }
    case 'saved':
      return { word: 'Saved', more: 'Everything is on the server’s disk.', icon: Check }
    case 'saving':
      return { word: 'Saving', more: 'Your last edits are on their way to the server.', icon: LoaderCircle }
    case 'failing':
      return {
        word: 'Not saved yet',
        more: 'The server can’t write to its disk at the moment. It saves as soon as it can.',
        icon: HardDrive,
      }
    case 'offline':
      return { word: 'Offline', more: offline(saved.unsaved, ready, keeps), icon: CloudOff }
    case 'refused':
      return { word: 'Not saved', more: saved.reason || 'The server did not take the last edit.', icon: TriangleAlert }
  }
}

function offline(unsaved: boolean, ready: boolean, keeps: MapSession['keeps']): string {
  if (!ready) return 'The map is shown as soon as the server answers.'
  if (keeps !== 'working') return 'Your edits are on this page alone. Leave it open until it says saved.'
  return unsaved
    ? 'Your edits are kept in this browser and go to the server when it is back.'
    : 'You can go on. Edits are kept in this browser until the server is back.'
}

/** Where this person's edits are, in a word and an icon; the sentence behind it on hover. */
export function SavedMark() {
  const { session } = useOpenMap()
  const saved = useSyncExternalStore(
    listener => session.subscribe(listener),
    () => session.saved,
  )
  const { word, more, icon: Icon } = say(session)
  return (
    <Tooltip text={more}>
      <span role="status" aria-label="Saved state" className={styles.mark} data-state={saved.state}>
        <Icon size={14} aria-hidden />
        <span className={styles.word}>{word}</span>
      </span>
    </Tooltip>
  )
}
