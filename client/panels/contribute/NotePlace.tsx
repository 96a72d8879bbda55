import { useMemo } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'

/** The cell of a note: a stage's and a lane's id, both '' beside the map. */
export type Cell = { stage: string; lane: string }

const BESIDE = { value: '', label: 'Beside the map' }

const cellKey = ({ stage, lane }: Cell) => (stage && lane ? JSON.stringify([stage, lane]) : '')

/** Where a note lies: in a cell of a lane that holds notes, or beside the map. Nothing where the map has no such cell. */
export function NotePlace({ value, onChange }: { value: Cell; onChange(cell: Cell): void }) {
  const map = useMap(view => view.map)
  const groups = useMemo(() => cellsOf(map), [map])
  if (groups.length === 0) return null
  const known = groups.some(({ options }) => options.some(option => option.value === cellKey(value)))
  return (
    <Select
      label="Where"
      options={[BESIDE, ...groups]}
      value={known ? cellKey(value) : ''}
      onChange={chosen => {
        const [stage = '', lane = ''] = chosen === '' ? [] : (JSON.parse(chosen) as string[])
        onChange({ stage, lane })
      }}
    />
  )
}

function cellsOf({ lanes, stages }: MapDocument) {
  if (stages.length === 0) return []
  return lanes
    .filter(lane => laneHolds(lane.kind) === 'notes')
    .map(lane => ({
      group: KINDS.lanes.title(lane),
      options: stages.map(stage => ({
        value: cellKey({ stage: stage.id, lane: lane.id }),
        label: `${KINDS.lanes.title(lane)}: ${KINDS.stages.title(stage)}`,
      })),
    }))
}
