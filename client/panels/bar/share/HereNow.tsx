import { usePeople } from '../../../session/presence.ts'
import { useOpenMap } from '../../../store/MapContext.tsx'
import { Avatar } from '../../../ui/Avatar.tsx'
import { ROLE_WORDS } from './roleWords.ts'
import styles from './share.module.css'

/** Who has the map open, and what each may do. */
export function HereNow() {
  const { role } = useOpenMap()
  const people = usePeople()
  return (
    <section>
      <h3 className={styles.heading}>Here now</h3>
      <ul className={styles.people}>
        {people.map(person => {
          const theirs = person.self ? role : person.role
          return (
            <li key={person.key} className={styles.person}>
              <Avatar name={person.name} color={person.color} decorative />
              <span className={styles.name}>{person.self ? `${person.name} (you)` : person.name}</span>
              <span className={styles.may}>{theirs === null ? 'Came without a name' : ROLE_WORDS[theirs].name}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
