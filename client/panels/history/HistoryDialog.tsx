import { useMemo, useState } from 'react'
import { deletedRecords } from '../../commands/history.ts'
import { usePeople } from '../../session/presence.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { DeletedList } from './DeletedList.tsx'
import styles from './history.module.css'
import { useVersions } from './useVersions.ts'
import { Versions } from './Versions.tsx'

type Tab = 'versions' | 'deleted'

/** The map's past: how it was, and what was deleted. */
export function HistoryDialog({ onClose }: { onClose(): void }) {
  const open = useOpenMap()
  const [tab, setTab] = useState<Tab>('versions')
  const map = useMap(view => view.map)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is deleted changes with the map
  const deleted = useMemo(() => deletedRecords(open), [open, map])
  const { listed, reload } = useVersions()
  const nameOf = useNames(
    listed.state === 'here' ? [...listed.versions.flatMap(one => one.authors), ...listed.since] : [],
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="History"
      size="large"
      description="A version is kept every hour while people edit, and whenever somebody names one."
    >
      <Tabs<Tab>
        label="History"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'versions',
            label: 'Versions',
            content: (
              <div className={styles.part}>
                <Versions listed={listed} onReload={reload} onRestored={onClose} />
              </div>
            ),
          },
          {
            value: 'deleted',
            label: 'Recently deleted',
            count: deleted.length,
            content: (
              <div className={styles.part}>
                <DeletedList deleted={deleted} nameOf={nameOf} />
              </div>
            ),
          },
        ]}
      />
    </Dialog>
  )
}

/** Names of people by their ids, from those who wrote and those who are here; null for anybody else. */
function useNames(authors: readonly { id: string; name: string | null }[]): (person: string) => string | null {
  const people = usePeople()
  const names = new Map<string, string>()
  for (const { id, name } of authors) if (name !== null) names.set(id, name)
  for (const { id, name } of people) if (id !== null) names.set(id, name)
  return person => names.get(person) ?? null
}
