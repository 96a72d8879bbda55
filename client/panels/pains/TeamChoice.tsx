import ChevronDown from 'lucide-react/icons/chevron-down'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useId, useState } from 'react'
import { KINDS, type PainPoint } from '#shared/model/kinds.ts'
import { givePainTo } from '../../commands/pains.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { matching } from '../finding.ts'
import { lookUp } from '../lookUp.ts'
import picker from '../Picker.module.css'
import { type Choice, Picker } from '../Picker.tsx'

/** Ids of records never hold a space. */
const MAKE = 'make a new team'
const NOBODY = 'nobody yet'

/** The team that owns a pain point: one of ours, or a new one by its name. Never a person. */
export function TeamChoice({ pain }: { pain: PainPoint }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const teams = useMap(({ map }) => map.teams)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
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
  const choose = ({ id: chosen, title }: Choice) => {
    givePainTo(open, pain.id, chosen === MAKE ? { name: title } : chosen === NOBODY ? null : chosen)
    setOpen(false)
  }
  const shown = owner ? KINDS.teams.title(owner) : 'Nobody yet'
  return (
    <div>
      <span id={id} className={picker.label}>
        Owner team
      </span>
      {!canEdit && <p>{shown}</p>}
      {canEdit && (
        <Popover
          label="Owner team"
          open={isOpen}
          onOpenChange={setOpen}
          className={picker.popover ?? ''}
          trigger={
            <button type="button" className={picker.opener} aria-labelledby={`${id} ${id}-value`}>
              <span id={`${id}-value`}>{shown}</span>
              <ChevronDown aria-hidden="true" />
            </button>
          }
        >
          <Picker
            label="Find or name a team"
            find={find}
            none="Type the name of the team that owns this."
            onChoose={choose}
          />
        </Popover>
      )}
    </div>
  )
}
