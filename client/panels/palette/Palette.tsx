import { Command } from 'cmdk'
import Search from 'lucide-react/icons/search'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { pressName } from '../../commands/keyboard.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { CommandItem } from './CommandItem.tsx'
import { groupCommands } from './groupCommands.ts'
import styles from './Palette.module.css'
import { PlaceItem } from './PlaceItem.tsx'
import { findPlaces, type PlaceEntry } from './places.ts'
import { recentCommands, rememberCommand } from './recent.ts'

export type PaletteProps = {
  onClose(): void
  /** Brings something into view that lies on the canvas. */
  onReveal(id: string): void
}

/** Everything that can be done and everywhere one can go, by its words. */
export function Palette({ onClose, onReveal }: PaletteProps) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const [wanted, setWanted] = useState(() => open.view.getState().ahead)
  /** The entry that Enter chooses; null for the first. */
  const [active, setActive] = useState<string | null>(null)
  const [recent] = useState(recentCommands)
  const commands = useMemo(() => groupCommands(COMMANDS, open, recent, wanted), [open, recent, wanted])
  const places = useMemo(() => findPlaces(map, wanted), [map, wanted])
  const first =
    commands.flatMap(({ entries }) => entries).find(command => command.can(open))?.id ?? places[0]?.entries[0]?.id ?? ''
  const opener = useRef<Element | null>(null)
  const chosen = useRef<(() => void) | null>(null)

  const choose = (action: () => void) => {
    chosen.current = action
    onClose()
  }
  const go = ({ reveal, id, kind }: PlaceEntry) => {
    if (reveal === null) {
      const isQuote = kind === 'quote' || kind === 'recalled'
      return open.view.setState({ trayOpen: true, trayQuote: isQuote ? id : null })
    }
    open.view.setState({ selected: [reveal], editing: null })
    onReveal(reveal)
  }
  const press = (event: KeyboardEvent) => {
    if (pressName(event.nativeEvent) !== 'Mod+k') return
    event.preventDefault()
    onClose()
  }
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content
          className={styles.palette}
          aria-describedby={undefined}
          onKeyDown={press}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
            // Only now, so that what this opens or begins to type gets the focus and keeps it.
            chosen.current?.()
          }}
        >
          <Dialog.Title className={styles.title}>Find anything</Dialog.Title>
          <Command label="Find anything" shouldFilter={false} loop value={active ?? first} onValueChange={setActive}>
            <div className={styles.search}>
              <Search aria-hidden size={18} />
              <Command.Input
                value={wanted}
                onValueChange={text => {
                  setWanted(text)
                  setActive(null)
                }}
                placeholder="Do something, or go to a touchpoint, stage, pain point or quote"
                className={styles.input}
              />
            </div>
            <Command.List label="What was found" className={styles.list}>
              <Command.Empty className={styles.none}>
                Nothing on this map is called “{wanted.trim()}”. Try one word of it.
              </Command.Empty>
              {commands.map(({ heading, entries }) => (
                <Command.Group key={heading} heading={heading} className={styles.group}>
                  {entries.map(command => (
                    <CommandItem
                      key={command.id}
                      command={command}
                      disabled={!command.can(open)}
                      onChoose={() => {
                        rememberCommand(command.id)
                        choose(() => command.run(open))
                      }}
                    />
                  ))}
                </Command.Group>
              ))}
              {places.map(({ heading, entries }) => (
                <Command.Group key={heading} heading={heading} className={styles.group}>
                  {entries.map(entry => (
                    <PlaceItem key={entry.id} entry={entry} onChoose={() => choose(() => go(entry))} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
