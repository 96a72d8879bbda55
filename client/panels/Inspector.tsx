import Trash from 'lucide-react/icons/trash-2'
import X from 'lucide-react/icons/x'
import { memo, useDeferredValue, useMemo } from 'react'
import { DETAILS, TITLE } from '#shared/model/limits.ts'
import { remove } from '../commands/remove.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../store/MapContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { GridInspector } from './GridInspector.tsx'
import { LinkInspector } from './LinkInspector.tsx'
import { NoteInspector } from './NoteInspector.tsx'
import styles from './Panel.module.css'
import { keepDeleting } from './panelKeys.ts'
import { SharedText } from './SharedText.tsx'
import { type Selected, selectedOne } from './selected.ts'
import { ToStoryline } from './storyline/ToStoryline.tsx'
import { TouchpointInspector } from './TouchpointInspector.tsx'
import { useRestingRecord } from './useRestingRecord.ts'

const NAMES = { touchpoints: 'Touchpoint', notes: 'Note', stages: 'Stage', lanes: 'Lane', links: 'Link' } as const

/**
 * Everything about the one selected thing; nothing when there is none. It follows what is typed on the canvas when there
 * is time for it, because letters come first.
 */
export function Inspector() {
  const ids = useView(view => view.selected)
  const kind = useMap(({ map }) => selectedOne(map, ids)?.kind)
  const record = useMap(({ map }) => selectedOne(map, ids)?.record)
  const now = useMemo(() => (kind && record ? ({ kind, record } as Selected) : null), [kind, record])
  const typed = useView(({ editing }) => editing !== null && editing.id === record?.id)
  const followed = useDeferredValue(useRestingRecord(now, typed))
  // Another one is shown at once.
  const selected = followed?.record.id === now?.record.id ? followed : now
  return selected && <Panel key={selected.record.id} selected={selected} />
}

const Panel = memo(function Panel({ selected }: { selected: Selected }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const { kind, record } = selected
  const name = NAMES[kind]
  return (
    <aside className={styles.panel} aria-label={name} onKeyDown={keepDeleting}>
      <header className={styles.head}>
        <h2 className={styles.kind}>{name}</h2>
        <div className={styles.buttons}>
          {canEdit && kind === 'touchpoints' && <ToStoryline of={{ touchpoint: record.id }} name="touchpoint" />}
          {canEdit && (
            <IconButton
              label={`Delete this ${name.toLowerCase()}`}
              size="small"
              variant="danger"
              onClick={() => remove(open, kind, [record.id])}
            >
              <Trash />
            </IconButton>
          )}
          <IconButton label="Close" size="small" onClick={() => open.view.setState({ selected: [] })}>
            <X />
          </IconButton>
        </div>
        <Heading selected={selected} />
      </header>
      <div className={styles.body}>
        <Body selected={selected} />
      </div>
    </aside>
  )
})

/** The words by which people call the selected thing, typed in place. */
function Heading({ selected: { kind, record } }: { selected: Selected }) {
  if (kind === 'links') return null
  const field = { touchpoints: 'title', notes: 'text', stages: 'name', lanes: 'name' }[kind]
  const isNote = kind === 'notes'
  return (
    <div className={styles.title}>
      <SharedText
        at={{ kind, id: record.id, field }}
        label={isNote ? 'Text' : kind === 'touchpoints' ? 'Title' : 'Name'}
        placeholder={isNote ? 'Empty note' : `Unnamed ${NAMES[kind].toLowerCase()}`}
        maxLength={isNote ? DETAILS : TITLE}
        lines={isNote}
        className={isNote ? undefined : styles.name}
      />
    </div>
  )
}

function Body({ selected }: { selected: Selected }) {
  switch (selected.kind) {
    case 'touchpoints':
      return <TouchpointInspector touchpoint={selected.record} />
    case 'notes':
      return <NoteInspector note={selected.record} />
    case 'stages':
    case 'lanes':
      return <GridInspector selected={selected} />
    case 'links':
      return <LinkInspector link={selected.record} />
  }
}
