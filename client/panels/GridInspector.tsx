import { LANE_KINDS, type LaneKind, laneHolds } from '#shared/model/records/lanes.ts'
import { changeLane, LANE_NAMES, shift } from '../commands/grid.ts'
import { useCanEdit, useMap, useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import panel from './Panel.module.css'
import type { Selected } from './selected.ts'

const HOLDS = { touchpoints: 'Touchpoints', notes: 'Notes', computed: 'Computed, nobody types here' } as const
const LANE_OPTIONS = (['touchpoints', 'notes', 'computed'] as const).map(holds => ({
  group: HOLDS[holds],
  options: LANE_KINDS.filter(kind => laneHolds(kind) === holds).map(kind => ({ value: kind, label: kindWords(kind) })),
}))

/** What a lane of a kind shows. */
function kindWords(kind: LaneKind): string {
  const words: Partial<Record<LaneKind, string>> = { steps: 'Steps', frontstage: 'Touchpoints', backstage: 'Backstage' }
  return words[kind] ?? LANE_NAMES[kind]
}

/** A stage's or a lane's kind and place. */
export function GridInspector({ selected: { kind, record } }: { selected: Selected & { kind: 'stages' | 'lanes' } }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const list: readonly { id: string }[] = useMap(({ map }) => map[kind])
  const at = list.findIndex(({ id }) => id === record.id)
  if (!canEdit) return null
  return (
    <section className={panel.section}>
      <div className={panel.stack}>
        {kind === 'lanes' && (
          <Select
            label="Kind"
            value={record.kind}
            options={LANE_OPTIONS}
            onChange={chosen => changeLane(open, record.id, { kind: chosen })}
            hint="Cards that the new kind can’t hold go to “unsorted” and come back with the old one."
          />
        )}
        <div className={panel.stack}>
          <Button disabled={at <= 0} onClick={() => shift(open, kind, record.id, -1)}>
            {kind === 'stages' ? 'Move to the left' : 'Move up'}
          </Button>
          <Button disabled={at >= list.length - 1} onClick={() => shift(open, kind, record.id, 1)}>
            {kind === 'stages' ? 'Move to the right' : 'Move down'}
          </Button>
        </div>
      </div>
    </section>
  )
}
