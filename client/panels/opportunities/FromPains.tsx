import { useCallback } from 'react'
import { KINDS, type Opportunity } from '#shared/model/kinds.ts'
import { changeOpportunity } from '../../commands/opportunities.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import type { Choice } from '../Picker.tsx'
import pains from '../pains/pains.module.css'
import styles from './opportunities.module.css'

/** The pain points that an opportunity comes from: one or more. */
export function FromPains({ opportunity: { id, painPoints } }: { opportunity: Opportunity }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const find = useCallback(
    (wanted: string): Choice[] => {
      const others = map.painPoints.filter(pain => !painPoints.includes(pain.id))
      return matching(others, wanted, KINDS.painPoints.title).map(pain => {
        const on = lookUp(map.touchpoints, pain.touchpoint)
        return {
          id: pain.id,
          title: KINDS.painPoints.title(pain),
          ...(on ? { detail: KINDS.touchpoints.title(on) } : {}),
        }
      })
    },
    [map.painPoints, map.touchpoints, painPoints],
  )
  const set = (ids: string[]) => changeOpportunity(open, id, { painPoints: ids })
  return (
    <div>
      <span className={pains.label}>From pain points</span>
      {painPoints.length > 0 && (
        <p className={styles.chips}>
          {painPoints.map(pain => {
            const record = lookUp(map.painPoints, pain)
            if (!record) return null
            const title = KINDS.painPoints.title(record)
            return (
              <Chip
                key={pain}
                removeLabel={`Not from “${title}”`}
                {...(canEdit ? { onRemove: () => set(painPoints.filter(other => other !== pain)) } : {})}
              >
                {title}
              </Chip>
            )
          })}
        </p>
      )}
      {painPoints.length === 0 && !canEdit && <p>None named</p>}
      {canEdit && map.painPoints.length > painPoints.length && (
        <Chooser
          label="Add a pain point that it comes from"
          shown="Choose a pain point"
          search="Find a pain point"
          find={find}
          none="No pain point is called that."
          onChoose={({ id: pain }) => set([...painPoints, pain])}
        />
      )}
    </div>
  )
}
