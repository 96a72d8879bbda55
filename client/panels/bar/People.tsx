import UserRound from 'lucide-react/icons/user-round'
import { type ComponentType, useEffect, useState } from 'react'
import { readMe } from '../../api/me.ts'
import type { Person } from '../../session/presence.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { loadFontsFor } from '../../ui/fonts.ts'
import { Later, type LaterPart, later } from '../../ui/Later.tsx'
import { Popover } from '../../ui/Popover.tsx'
import styles from './People.module.css'

const NameForm = later(async () => (await import('./NameForm.tsx')).NameForm)

/** More avatars than this the bar does not hold; the rest is a number. */
const MOST_SHOWN = 5

export type PeopleProps = {
  people: readonly Person[]
  /** Everybody by name, behind the faces. */
  list: LaterPart<ComponentType<object>>
  onNamed(): void
}

/** Who is here, and under which name oneself is. Whoever has not said a name yet is asked, but not stopped. */
export function People({ people, list, onNamed }: PeopleProps) {
  const others = people.filter(person => !person.self)
  const shown = others.slice(0, MOST_SHOWN)
  const names = people.map(person => person.name).join(' ')
  useEffect(() => {
    void loadFontsFor(names)
  }, [names])
  return (
    <div className={styles.people}>
      {shown.map(person => (
        <Avatar key={person.key} name={person.name} color={person.color} className={styles.avatar ?? ''} />
      ))}
      {others.length > shown.length && <span className={styles.more}>+{others.length - shown.length}</span>}
      {others.length > 1 && <span className={styles.moreOnPhone}>+{others.length - 1}</span>}
      {others.length > 0 && (
        <Popover
          label="Who is here"
          align="end"
          trigger={<button type="button" className={styles.all} aria-label="Who is here" />}
        >
          <Later part={list} props={{}} />
        </Popover>
      )}
      <Myself onNamed={onNamed} />
    </div>
  )
}

function Myself({ onNamed }: { onNamed(): void }) {
  const me = readMe()
  const [open, setOpen] = useState(false)
  const onDone = () => {
    setOpen(false)
    onNamed()
  }
  return (
    <Popover
      label="Your name"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        me ? (
          <button type="button" className={styles.self} aria-label={`You are ${me.name}. Change your name`}>
            <Avatar name={me.name} color={me.color} decorative />
          </button>
        ) : (
          <Button size="small" icon={<UserRound size={15} />} aria-label="Say your name">
            <span className={styles.word}>Say your name</span>
          </Button>
        )
      }
    >
      <Later part={NameForm} props={{ me, onDone }} />
    </Popover>
  )
}
