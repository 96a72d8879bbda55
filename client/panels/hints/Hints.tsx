import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import { command } from '../../commands/registry.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useMayContribute } from '../contribute/useMayContribute.ts'
import styles from './Hints.module.css'
import { HINTS, nextHint, rememberHints, seenHints } from './hints.ts'

/** Shows the first steps on a map that was empty when it opened (`isNew`), each once in this browser. */
export function Hints({ isNew }: { isNew: boolean }) {
  const canEdit = useCanEdit()
  return (
    <>
      {canEdit && isNew && <NextStep />}
      {!isNew && <SmallScreen />}
    </>
  )
}

/** On a phone a map is read through a keyhole; there the outline is offered, once. */
function SmallScreen() {
  const open = useOpenMap()
  const mayContribute = useMayContribute()
  const [isShown, setShown] = useState(() => isSmallScreen() && !seenHints().includes('outline'))
  const hasRoom = useRoom()
  useEffect(() => {
    if (isShown) rememberHints(['outline'])
  }, [isShown])
  return (
    isShown &&
    hasRoom && (
      <div className={cx(styles.hint, mayContribute && styles.raised)} role="status" aria-label="Hint">
        <p className={styles.words}>On a small screen this map reads better as an outline.</p>
        <Button size="small" onClick={() => command('outline').run(open)}>
          Read the outline
        </Button>
        <IconButton label="Stay on the map" size="small" onClick={() => setShown(false)}>
          <X />
        </IconButton>
      </div>
    )
  )
}

function isSmallScreen(): boolean {
  return window.matchMedia('(width < 640px)').matches
}

/** On a phone a hint would cover the little that a panel leaves of the map. */
function useRoom(): boolean {
  const isCovered = useView(view => view.selected.length > 0 || view.trayOpen || view.contributing !== null)
  return !(isCovered && isSmallScreen())
}

function NextStep() {
  const open = useOpenMap()
  const hint = useMap(({ map }) => nextHint(map))
  const [seen] = useState(seenHints)
  const [isOff, setOff] = useState(false)
  const hasRoom = useRoom()
  const shown = !isOff && hint !== null && !seen.includes(hint.id) ? hint : null
  const id = shown?.id
  useEffect(() => {
    if (id !== undefined) rememberHints([id])
  }, [id])
  const dismiss = () => {
    rememberHints(HINTS.map(one => one.id))
    setOff(true)
  }
  return (
    <div role="status" aria-label="Hint">
      {shown && hasRoom && (
        <div className={styles.hint}>
          <p className={styles.words}>
            <span className={styles.count}>
              {HINTS.indexOf(shown) + 1} of {HINTS.length}
            </span>
            {shown.words}
          </p>
          {shown.help && (
            <Button size="small" onClick={() => shown.help?.run(open)}>
              {shown.help.action}
            </Button>
          )}
          <IconButton label="No more hints" size="small" onClick={dismiss}>
            <X />
          </IconButton>
        </div>
      )}
    </div>
  )
}
