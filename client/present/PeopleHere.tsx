import { useStore } from 'zustand'
import { reaches } from '#shared/model/roles.ts'
import { knownMap } from '../api/tokens.ts'
import { askForLead, endLead, handLead, mayLead, takeLead } from '../commands/leading.ts'
import type { Leading } from '../session/leading.ts'
import { placeOf } from '../session/leading.ts'
import { type Person, usePeople } from '../session/presence.ts'
import { type OpenMap, useOpenMap } from '../store/MapContext.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './lead.module.css'
import { followWords } from './leaderName.ts'

/** Who has the map open, who of them leads and who follows; who may, takes the lead here or hands it over. */
export function PeopleHere() {
  const open = useOpenMap()
  // One's own other windows are no other people.
  const me = knownMap(open.id)?.person?.id
  const people = usePeople().filter(({ id }) => id === null || id !== me)
  const leading = useStore(open.session.leading.store)
  const { lead, following } = leading
  return (
    <div className={styles.people}>
      <ul>
        {people.map(person => (
          <li key={person.key}>
            <Avatar name={person.name} color={person.color} decorative />
            <span className={styles.name}>
              <bdi>{person.name}</bdi>
              {person.self && ' (you)'}
              <span className={styles.does}>{whatTheyDo(person, leading)}</span>
            </span>
            <Offer person={person} open={open} leading={leading} />
          </li>
        ))}
      </ul>
      {lead && <p className={styles.count}>{followWords(following.count)}</p>}
    </div>
  )
}

function leads({ id, self }: Person, { lead }: Leading): boolean {
  return lead !== null && (self ? lead.mine : id !== null && id === lead.leader.id)
}

function whatTheyDo(person: Person, leading: Leading): string {
  if (leads(person, leading)) return 'leads'
  return person.id !== null && leading.following.people.includes(person.id) ? 'follows' : ''
}

function Offer({ person, open, leading }: { person: Person; open: OpenMap; leading: Leading }) {
  const { lead } = leading
  const isFacilitator = reaches(open.role, 'facilitator')
  if (person.self) {
    if (lead?.mine) {
      return (
        <Button size="small" onClick={() => endLead(open)}>
          Stop leading
        </Button>
      )
    }
    if (mayLead(open)) {
      return (
        <Button size="small" onClick={() => takeLead(open, placeOf(leading))}>
          Take the lead
        </Button>
      )
    }
    // Who has no name of their own can't be handed the lead.
    if (!lead || !knownMap(open.id)?.person) return null
    return (
      <Button size="small" onClick={() => askForLead(open)}>
        Ask for the lead
      </Button>
    )
  }
  const { id, role } = person
  if (!lead || id === null || leads(person, leading) || !(lead.mine || isFacilitator)) return null
  if (!isFacilitator && !(role && reaches(role, 'editor'))) return null
  return (
    <Button size="small" aria-label={`Hand the lead to ${person.name}`} onClick={() => handLead(open, id)}>
      Hand the lead
    </Button>
  )
}
