import ALargeSmall from 'lucide-react/icons/a-large-small'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import CloudOff from 'lucide-react/icons/cloud-off'
import Crosshair from 'lucide-react/icons/crosshair'
import List from 'lucide-react/icons/list'
import Maximize from 'lucide-react/icons/maximize'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import MonitorCog from 'lucide-react/icons/monitor-cog'
import MonitorOff from 'lucide-react/icons/monitor-off'
import Palette from 'lucide-react/icons/palette'
import Pencil from 'lucide-react/icons/pencil'
import Users from 'lucide-react/icons/users'
import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { setTextSize, TEXT_SIZE_WORDS, TEXT_SIZES, textSize } from '../commands/textSize.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, MenuChoice } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { followWords } from './leaderName.ts'
import { PeopleHere } from './PeopleHere.tsx'
import styles from './present.module.css'
import { roomTheme, setRoomTheme, THEME_WORDS, THEMES } from './settings.ts'
import { useIsAway } from './useIsAway.ts'
import type { RoomActions } from './useRoomKeys.ts'

export type RoomBarProps = {
  actions: RoomActions
  place: { index: number; count: number }
  /** What there is: words behind this scene; a laser in hand. */
  has: { words: boolean; laser: boolean }
  /** Windows that follow this person; null when they do not lead. */
  followers: number | null
  isDraft: boolean
  /** What whoever presents should know and the room need not. */
  hints: readonly string[]
}

/** Milliseconds without a movement after which the bar gives the room back to the slide. */
const IDLE = 2_500

/** What a presenter needs at hand; there while the pointer moves or the focus is in it, gone while they speak. */
export function RoomBar({ actions, place, has, followers, isDraft, hints }: RoomBarProps) {
  const isAwake = useAwake()
  const isAway = useIsAway()
  const { size } = useStore(textSize)
  const { theme } = useStore(roomTheme)
  return (
    <footer className={styles.bar} data-awake={isAwake || undefined}>
      {hints.map(hint => (
        <p key={hint} className={styles.hint} role="status">
          {hint}
        </p>
      ))}
      {isDraft && place.index === 0 && (
        <p className={styles.hint}>
          This storyline is a suggestion from the map. Keep it under “Storyline” on the map.
        </p>
      )}
      <div className={styles.tools} role="toolbar" aria-label="Presenting">
        {followers !== null && <span className={styles.leads}>You lead. {followWords(followers)}</span>}
        {isAway && (
          <span className={styles.away} role="status">
            <CloudOff size={16} aria-hidden /> Offline
          </span>
        )}
        <IconButton label="Back" shortcut="←" onClick={actions.previous} disabled={place.index === 0}>
          <ChevronLeft />
        </IconButton>
        <span className={styles.place}>
          {place.index + 1} / {place.count}
        </span>
        <IconButton label="Next" shortcut="→" onClick={actions.next} disabled={place.index === place.count - 1}>
          <ChevronRight />
        </IconButton>
        <IconButton label="All scenes" shortcut="S" onClick={actions.list}>
          <List />
        </IconButton>
        <IconButton label="What customers said" shortcut="↓" onClick={actions.down} disabled={!has.words}>
          <MessageSquareQuote />
        </IconButton>
        <Menu
          side="top"
          trigger={
            <IconButton label="Text size" shortcut="+ −">
              <ALargeSmall />
            </IconButton>
          }
        >
          <MenuChoice
            value={size}
            options={TEXT_SIZES.map(value => ({ value, label: TEXT_SIZE_WORDS[value] }))}
            onChange={setTextSize}
          />
        </Menu>
        <Menu
          side="top"
          trigger={
            <IconButton label="Colours of the room" shortcut="C">
              <Palette />
            </IconButton>
          }
        >
          <MenuChoice
            value={theme}
            options={THEMES.map(value => ({ value, label: THEME_WORDS[value] }))}
            onChange={setRoomTheme}
          />
        </Menu>
        <IconButton label="Laser pointer" shortcut="L" onClick={actions.laser} pressed={has.laser}>
          <Crosshair />
        </IconButton>
        <IconButton label="Black" shortcut="B" onClick={actions.black}>
          <MonitorOff />
        </IconButton>
        <Popover
          label="Who is here"
          side="top"
          align="end"
          trigger={
            <IconButton label="Who is here">
              <Users />
            </IconButton>
          }
        >
          <PeopleHere />
        </Popover>
        <IconButton label="Presenter window" shortcut="W" onClick={actions.speaker}>
          <MonitorCog />
        </IconButton>
        <IconButton label="Full screen" shortcut="F" onClick={actions.fullScreen}>
          <Maximize />
        </IconButton>
        <IconButton label="Correct something on the map" shortcut="E" onClick={actions.edit}>
          <Pencil />
        </IconButton>
        <IconButton label="End" shortcut="Esc" onClick={actions.end}>
          <X />
        </IconButton>
      </div>
    </footer>
  )
}

function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let timer = 0
    const wake = () => {
      setAwake(true)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setAwake(false), IDLE)
    }
    wake()
    window.addEventListener('pointermove', wake)
    window.addEventListener('pointerdown', wake)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('pointerdown', wake)
    }
  }, [])
  return isAwake
}
