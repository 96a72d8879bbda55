import Plus from 'lucide-react/icons/plus'
import { useCallback } from 'react'
import { KINDS, type PainPoint } from '#shared/model/kinds.ts'
import { givePainTo } from '../../commands/pains.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import { lookUp } from '../lookUp.ts'
import type { Choice } from '../Picker.tsx'
import styles from './pains.module.css'

/** Ids of records never hold a space. */
const MAKE = 'make a new team'
const NOBODY = 'nobody yet'

/** The team that owns a pain point: one of ours, or a new one by its name. Never a person. */
export function TeamChoice({ pain }: { pain: PainPoint }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const teams = useMap(({ map }) => map.teams)
  const owner = lookUp(teams, pain.team)
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
  const choose = ({ id, title }: Choice) =>
    givePainTo(open, pain.id, id === MAKE ? { name: title } : id === NOBODY ? null : id)
  const shown = owner ? KINDS.teams.title(owner) : 'Nobody yet'
  if (!canEdit) {
    return (
      <div>
        <span className={styles.label}>Owner team</span>
        <p>{shown}</p>
      </div>
    )
  }
  return (
    <Chooser
      label="Owner team"
      shown={shown}
      search="Find or name a team"
      find={find}
      none="Type the name of the team that owns this."
      onChoose={choose}
    />
  )
}
