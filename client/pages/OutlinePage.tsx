import Ellipsis from 'lucide-react/icons/ellipsis'
import MapIcon from 'lucide-react/icons/map'
import Printer from 'lucide-react/icons/printer'
import { startTransition, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { readMe } from '../api/me.ts'
import { rememberMap } from '../api/tokens.ts'
import { Notices } from '../panels/bar/Notices.tsx'
import { People } from '../panels/bar/People.tsx'
import { SavedMark } from '../panels/bar/SavedMark.tsx'
import { Contribute } from '../panels/contribute/Contribute.tsx'
import { goTo } from '../panels/outline/goTo.ts'
import { MapOutline } from '../panels/outline/MapOutline.tsx'
import { enterPresence, usePeople } from '../session/presence.ts'
import { useMap, useOpenMap } from '../store/MapContext.tsx'
import { ButtonLink } from '../ui/Button.tsx'
import { navigate } from '../ui/history.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { later } from '../ui/Later.tsx'
import { Link } from '../ui/Link.tsx'
import { Menu, MenuCheck, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { ThemeMenu } from '../ui/ThemeMenu.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import { MapDoor } from './MapDoor.tsx'
import styles from './OutlinePage.module.css'

const PeopleHere = later(async () => (await import('../present/PeopleHere.tsx')).PeopleHere)

/** The same map, to be read from top to bottom: by screen readers, on phones, on paper. Live like the map itself. */
export function OutlinePage({ id }: { id: string }) {
  return <MapDoor id={id}>{({ named, again }) => <Page onNamed={named} onReload={again} />}</MapDoor>
}

function Page({ onNamed, onReload }: { onNamed(): void; onReload(): void }) {
  const open = useOpenMap()
  const title = useMap(({ map }) => map.map.title)
  const [all, setAll] = useState(false)
  useTitle(title || 'Untitled map')
  useEffect(() => rememberMap(open.id, { title }), [open, title])
  const isReady = useReady()
  usePresence()
  return (
    <div className={styles.page}>
      <Bar all={all} onAll={next => startTransition(() => setAll(next))} onNamed={onNamed} />
      <Notices onReload={onReload} />
      {isReady ? (
        <MapOutline all={all} />
      ) : (
        <main className={styles.waiting} aria-busy="true">
          <Spinner />
        </main>
      )}
      <div className={styles.contribute}>
        <Contribute onNamed={onNamed} onReveal={goTo} />
      </div>
    </div>
  )
}

function Bar({ all, onAll, onNamed }: { all: boolean; onAll(all: boolean): void; onNamed(): void }) {
  const { id } = useOpenMap()
  const people = usePeople()
  const href = `/m/${id}`
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.home} aria-label="Verbatim, all maps">
        <Wordmark mark />
      </Link>
      <ButtonLink
        size="small"
        icon={<MapIcon size={15} />}
        href={href}
        onClick={event => {
          if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          navigate(href)
        }}
      >
        Open the map
      </ButtonLink>
      <SavedMark />
      <div className={styles.space} />
      <People people={people} list={PeopleHere} onNamed={onNamed} />
      <ThemeMenu />
      <Menu
        align="end"
        trigger={
          <IconButton label="More">
            <Ellipsis size={18} />
          </IconButton>
        }
      >
        <MenuCheck checked={all} onChange={onAll}>
          Show every quote
        </MenuCheck>
        <MenuLine />
        <MenuItem icon={<Printer />} onSelect={() => window.print()}>
          Print
        </MenuItem>
      </Menu>
    </header>
  )
}

/** Whether the map has arrived; before that every map looks empty. */
function useReady(): boolean {
  const { session } = useOpenMap()
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => session.ready)
}

/** Whoever reads and has said a name is seen by the others on the map. */
function usePresence(): void {
  const { session } = useOpenMap()
  useEffect(() => {
    const me = readMe()
    const entered = me && enterPresence(session, me)
    return () => entered?.leave()
  }, [session])
}
