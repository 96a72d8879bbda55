import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Presentation from 'lucide-react/icons/presentation'
import Redo2 from 'lucide-react/icons/redo-2'
import ScrollText from 'lucide-react/icons/scroll-text'
import Share2 from 'lucide-react/icons/share-2'
import Undo2 from 'lucide-react/icons/undo-2'
import { useSyncExternalStore } from 'react'
import { TITLE } from '#shared/model/limits.ts'
import { type Role, reaches } from '#shared/model/roles.ts'
import { onUndoChange } from '../../commands/imports.ts'
import { command } from '../../commands/registry.ts'
import { usePeople } from '../../session/presence.ts'
import { useCanEdit, useLocked, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { setTheme, type ThemeChoice, useTheme } from '../../ui/theme.ts'
import { Wordmark } from '../../ui/Wordmark.tsx'
import { FilterButton } from '../filter/FilterButton.tsx'
import { SharedText } from '../SharedText.tsx'
import { People, type PeopleProps } from './People.tsx'
import { SavedMark } from './SavedMark.tsx'
import styles from './TopBar.module.css'

/** What somebody can't do here, so that nobody looks for it in vain; null for whoever may do everything they see. */
function limits(role: Role, locked: boolean): string | null {
  switch (role) {
    case 'viewer':
      return 'You can look around'
    case 'contributor':
      return 'You can add quotes and notes'
    case 'editor':
      return locked ? 'Locked by the facilitator. You can add quotes and notes' : null
    case 'facilitator':
      return locked ? 'Locked for others' : null
  }
}

/** The bar on top: the map's name, where its edits are, who is here, and what leaves the room. */
export function TopBar({ onNamed, peopleHere }: { onNamed(): void; peopleHere: PeopleProps['list'] }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const people = usePeople()
  const isFiltering = useView(view => view.dialog === 'filter')
  const words = limits(open.role, useLocked())
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.home} aria-label="Verbatim, all maps">
        <Wordmark mark />
      </Link>
      <div className={styles.title}>
        <SharedText
          at={{ kind: 'map', id: 'map', field: 'title' }}
          label="Name of the map"
          placeholder="Untitled map"
          maxLength={TITLE}
          className={styles.name}
        />
      </div>
      <FilterButton
        className={styles.filter ?? ''}
        open={isFiltering}
        onOpenChange={isOpen => open.view.setState({ dialog: isOpen ? 'filter' : null })}
      />
      <SavedMark />
      {words !== null && <span className={styles.role}>{words}</span>}
      <div className={styles.space} />
      {canEdit && <UndoButtons />}
      <People people={people} list={peopleHere} onNamed={onNamed} />
      {reaches(open.role, 'facilitator') && (
        <Button
          size="small"
          variant="primary"
          icon={<Share2 size={15} />}
          aria-label="Share"
          onClick={() => command('dialog.share').run(open)}
        >
          <span className={styles.word}>Share</span>
        </Button>
      )}
      <Button
        size="small"
        icon={<Presentation size={15} />}
        aria-label="Present"
        className={styles.export}
        onClick={() => command('present').run(open)}
      >
        <span className={styles.word}>Present</span>
      </Button>
      <Button
        size="small"
        icon={<Download size={15} />}
        aria-label="Export"
        className={styles.export}
        onClick={() => command('dialog.export').run(open)}
      >
        <span className={styles.word}>Export</span>
      </Button>
      <IconButton
        label={command('outline').title}
        className={styles.outline}
        onClick={() => command('outline').run(open)}
      >
        <ScrollText size={18} />
      </IconButton>
      <MoreMenu />
    </header>
  )
}

function UndoButtons() {
  const open = useOpenMap()
  const undo = command('undo')
  const redo = command('redo')
  const can = useSyncExternalStore(
    listener => onUndoChange(open, listener),
    () => `${undo.can(open)} ${redo.can(open)}`,
  )
  const [canUndo, canRedo] = can.split(' ').map(word => word === 'true')
  return (
    <div className={styles.pair}>
      <IconButton label={undo.title} shortcut="Mod+Z" disabled={!canUndo} onClick={() => undo.run(open)}>
        <Undo2 size={17} />
      </IconButton>
      <IconButton label={redo.title} shortcut="Mod+Shift+Z" disabled={!canRedo} onClick={() => redo.run(open)}>
        <Redo2 size={17} />
      </IconButton>
    </div>
  )
}

const THEMES: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'Light or dark as the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

function MoreMenu() {
  const open = useOpenMap()
  const { choice } = useTheme()
  const canEdit = useCanEdit()
  const locked = useLocked()
  const offer = (id: string) => {
    const { title, keys, can, run } = command(id)
    const shortcut = keys[0]?.replace(/\b[a-z]$/, letter => letter.toUpperCase())
    return (
      <MenuItem key={id} disabled={!can(open)} onSelect={() => run(open)} {...(shortcut ? { shortcut } : {})}>
        {title}
      </MenuItem>
    )
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More">
          <Ellipsis size={18} />
        </IconButton>
      }
    >
      {canEdit && offer('undo')}
      {canEdit && offer('redo')}
      {canEdit && <MenuLine />}
      {offer('dialog.palette')}
      {offer('dialog.import')}
      {offer('dialog.export')}
      <MenuLine />
      {offer('dialog.history')}
      {offer('dialog.customers')}
      {offer('dialog.sources')}
      <MenuLine />
      {offer('tray')}
      {offer('dialog.known')}
      {offer('dialog.filter')}
      {offer('storyline')}
      {offer('present')}
      {offer('outline')}
      <MenuLine />
      {offer('add.touchpoint')}
      {offer('add.stage')}
      {offer('add.lane')}
      {reaches(open.role, 'facilitator') && offer(locked ? 'unlock' : 'lock')}
      <MenuLine />
      <MenuChoice value={choice} options={THEMES} onChange={setTheme} />
      <MenuLine />
      {offer('dialog.shortcuts')}
    </Menu>
  )
}
