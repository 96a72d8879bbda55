import { useMemo } from 'react'
import { type Covered, coverage } from '#shared/model/evidence/coverage.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import styles from './coverage.module.css'
import { HeatMap, type HeatRow } from './HeatMap.tsx'
import { useKnown } from './Known.ts'
import known from './known.module.css'
import { LevelMark } from './LevelMark.tsx'
import { LEVELS, levelWords } from './levelWords.ts'

/** Where customers were heard and where nobody was: stages by lanes and by personas. */
export function Coverage() {
  const { read, go } = useKnown()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const covered = useMemo(() => coverage(map, evidence, new Date().toISOString().slice(0, 10)), [map, evidence])
  if (map.stages.length === 0 || map.touchpoints.length === 0) {
    return (
      <EmptyState>Coverage shows where customers were heard, once the map has a stage with a touchpoint.</EmptyState>
    )
  }
  const needed = map.map.voicesNeeded
  const rows: HeatRow[] = [
    ...covered.lanes.map(({ id, cells }): HeatRow => {
      const lane = lookUp(map.lanes, id)
      return { id: `lane ${id}`, group: 'By lane', name: lane ? KINDS.lanes.title(lane) : 'Lane', cells }
    }),
    ...covered.personas.map(({ id, cells }): HeatRow => {
      const persona = lookUp(map.personas, id)
      const name = persona ? KINDS.personas.title(persona) : 'No persona'
      return { id: `persona ${id}`, group: 'By whose journey', name, persona: id, cells }
    }),
  ]
  const placeOf = ({ persona }: HeatRow, { touchpoints }: Covered, stage: string) =>
    persona === undefined ? (touchpoints[0] ?? stage) : stage
  const stages = map.stages.map(stage => ({ id: stage.id, name: KINDS.stages.title(stage) }))
  return (
    <div className={known.part}>
      <div className={known.lead}>
        <p className={known.quiet}>
          How many different customers spoke about each part. A number shows their words, the rest of a cell the place
          on the map.
        </p>
        <ul className={styles.legend} aria-label="What the marks mean">
          {LEVELS.map(level => (
            <li key={level}>
              <LevelMark level={level} /> {levelWords(level, needed)}
            </li>
          ))}
          <li>
            <LevelMark level="old" /> old: all of it over {map.map.staleAfterMonths} months ago
          </li>
        </ul>
      </div>
      <HeatMap
        stages={stages}
        rows={rows}
        needed={needed}
        onGo={(row, cell, stage) => go(placeOf(row, cell, stage.id))}
        onRead={(row, cell, stage) =>
          read({
            title: `${stage.name}, ${row.name}`,
            place: placeOf(row, cell, stage.id),
            behind: {
              of: 'part',
              touchpoints: cell.touchpoints,
              ...(row.persona === undefined ? {} : { persona: row.persona }),
            },
          })
        }
      />
    </div>
  )
}
