import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import type { Lane } from '#shared/model/kinds.ts'
import { LANE_KINDS, type LaneKind, laneHolds } from '#shared/model/records/lanes.ts'
import { canResize, changeLane, type GridKind, LANE_NAMES, resize, SIZE_WORDS, shift } from '../commands/grid.ts'
import { command } from '../commands/registry.ts'
import { useCanEdit, useMap, useOpenMap } from '../store/MapContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { countWords } from './countWords.ts'
import { LaneNumbers } from './LaneNumbers.tsx'
import panel from './Panel.module.css'
import { PanelSection } from './PanelSection.tsx'
import { ReadNumber } from './ReadNumber.tsx'
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

/** What stands in a stage or a lane, what kind of lane it is, and its place among the others. */
export function GridInspector({ selected }: { selected: Selected & { kind: 'stages' | 'lanes' } }) {
  const canEdit = useCanEdit()
  return (
    <>
      {selected.kind === 'lanes' && canEdit && <Kind lane={selected.record} />}
      <Cards selected={selected} />
      {selected.kind === 'lanes' && <LaneNumbers kind={selected.record.kind} />}
      {canEdit && <Order selected={selected} />}
      {canEdit && <Size selected={selected} />}
    </>
  )
}

function Kind({ lane }: { lane: Lane }) {
  const open = useOpenMap()
  return (
    <section className={panel.section}>
      <Select
        label="Kind"
        value={lane.kind}
        options={LANE_OPTIONS}
        onChange={kind => changeLane(open, lane.id, { kind })}
        hint="Cards that the new kind can’t hold go to “unsorted” and come back with the old one."
      />
    </section>
  )
}

/** Of how many of its touchpoints customers have spoken, and a way to add one. */
function Cards({ selected: { kind, record } }: { selected: Selected & { kind: 'stages' | 'lanes' } }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const touchpoints = useMap(({ map }) => map.touchpoints)
  const evidence = useMap(view => view.evidence)
  if (kind === 'lanes' && laneHolds(record.kind) !== 'touchpoints') return null
  const own = touchpoints.filter(({ stage, lane }) => record.id === (kind === 'stages' ? stage : lane))
  const customers = new Set(own.flatMap(({ id }) => [...evidence.customersOn(id)])).size
  const heard = own.filter(({ id }) => evidence.heard(id) > 0).length
  return (
    <PanelSection
      title="Touchpoints"
      {...(own.length > 0 ? { count: own.length.toLocaleString('en-GB') } : {})}
      action={
        canEdit && (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus />}
            aria-label="Add a touchpoint"
            onClick={() => command('add.touchpoint').run(open)}
          >
            Add
          </Button>
        )
      }
    >
      <p className={panel.hint}>
        {own.length === 0
          ? 'Nothing happens here yet.'
          : `Customers spoke about ${heard.toLocaleString('en-GB')} of ${countWords(own.length, 'touchpoint')}.`}
        {customers > 0 && ' '}
        {customers > 0 && (
          <ReadNumber
            reading={{
              title: record.name.trim() || (kind === 'stages' ? 'This stage' : 'This lane'),
              behind: { of: 'part', touchpoints: own.map(({ id }) => id) },
              place: record.id,
            }}
          >
            Read what {countWords(customers, 'customer')} said
          </ReadNumber>
        )}
      </p>
    </PanelSection>
  )
}

const STEPS = {
  stages: [
    { by: -1, words: 'To the left', name: 'Move to the left', icon: <ArrowLeft /> },
    { by: 1, words: 'To the right', name: 'Move to the right', icon: <ArrowRight /> },
  ],
  lanes: [
    { by: -1, words: 'Up', name: 'Move up', icon: <ArrowUp /> },
    { by: 1, words: 'Down', name: 'Move down', icon: <ArrowDown /> },
  ],
} as const

function Order({ selected: { kind, record } }: { selected: Selected & { kind: 'stages' | 'lanes' } }) {
  const open = useOpenMap()
  const list: readonly { id: string }[] = useMap(({ map }) => map[kind])
  const at = list.findIndex(({ id }) => id === record.id)
  if (list.length < 2) return null
  return (
    <PanelSection title="Place" count={`${at + 1} of ${list.length}`}>
      <div className={panel.pair}>
        {STEPS[kind].map(({ by, words, name, icon }) => (
          <Button
            key={by}
            icon={icon}
            aria-label={name}
            disabled={list[at + by] === undefined}
            onClick={() => shift(open, kind, record.id, by)}
          >
            {words}
          </Button>
        ))}
      </div>
    </PanelSection>
  )
}

function Size({ selected: { kind, record } }: { selected: Selected & { kind: GridKind } }) {
  const open = useOpenMap()
  const canShrink = useMap(({ map }) => canResize(map, kind, record.id, -1))
  const canGrow = useMap(({ map }) => canResize(map, kind, record.id, 1))
  return (
    <PanelSection title={kind === 'stages' ? 'Width' : 'Height'}>
      <div className={panel.pair}>
        <Button disabled={!canShrink} onClick={() => resize(open, kind, record.id, -1)}>
          {SIZE_WORDS[kind].less}
        </Button>
        <Button disabled={!canGrow} onClick={() => resize(open, kind, record.id, 1)}>
          {SIZE_WORDS[kind].more}
        </Button>
      </div>
    </PanelSection>
  )
}
