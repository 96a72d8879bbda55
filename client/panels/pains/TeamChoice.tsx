import Plus from 'lucide-react/icons/plus'
import { useCallback } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import type { TeamWish } from '../../commands/teams.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap } from '../../store/MapContext.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import type { Choice } from '../Picker.tsx'
import styles from './pains.module.css'

/** Ids of records never hold a space. */
const MAKE = 'make a new team'
const NOBODY = 'nobody yet'

export type TeamChoiceProps = { label?: string; team: string | null; onChoose(wish: TeamWish): void }

/** The team that owns something: one of ours, or a new one by its name. Never a person. */
export function TeamChoice({ label = 'Owner team', team, onChoose }: TeamChoiceProps) {
  const canEdit = useCanEdit()
  const teams = useMap(({ map }) => map.teams)
  const owner = lookUp(teams, team)
  const find = useCallback(
    (wanted: string): Choice[] => {
      const name = wanted.trim()
      const found: Choice[] = matching(teams, name, KINDS.teams.title).map(team => ({
        id: team.id,
        title: KINDS.teams.title(team),
      }))
      if (!name && owner) found.push({ id: NOBODY, title: 'Nobody yet' })
      const isKnown = teams.some(team => team.name.toLocaleLowerCase() === name.toLocaleLowerCase())
      if (name && !isKnown) found.push({ id: MAKE, title: name, detail: 'new team', icon: <Plus /> })
      return found
    },
    [teams, owner],
  )
  const choose = ({ id, title }: Choice) => onChoose(id === MAKE ? { name: title } : id === NOBODY ? null : id)
  const shown = owner ? KINDS.teams.title(owner) : 'Nobody yet'
  if (!canEdit) {
    return (
      <div>
        <span className={styles.label}>{label}</span>
        <p>{shown}</p>
      </div>
    )
  }
  return (
    <Chooser
      label={label}
      shown={shown}
      search="Find or name a team"
      find={find}
      none="Type the name of the team that owns this."
      onChoose={choose}
    />
  )
}
