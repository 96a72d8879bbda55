import { useMemo, useState } from 'react'
import { type BoardPart, questionBoard } from '#shared/model/evidence/questionBoard.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MATTER } from '#shared/model/questions.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './known.module.css'
import { QuestionCard } from './QuestionCard.tsx'

const ALL = 'all'
const NONE = 'none'

/** The nine questions that stand on every map, the one above all others on top. */
export function Questions() {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const [persona, setPersona] = useState(ALL)
  const [stage, setStage] = useState(ALL)
  const isStage = map.stages.some(({ id }) => id === idIn(stage))
  const isPersona = persona === NONE || map.personas.some(({ id }) => id === idIn(persona))
  const part = useMemo(
    (): BoardPart => ({
      ...(isPersona ? { persona: persona === NONE ? null : idIn(persona) } : {}),
      ...(isStage ? { stage: idIn(stage) } : {}),
    }),
    [persona, stage, isPersona, isStage],
  )
  const board = useMemo(() => questionBoard(map, evidence, part), [map, evidence, part])
  const top = board.find(({ id }) => id === MATTER)
  const enough = board.filter(({ missing }) => missing === 0).length
  return (
    <div className={styles.part}>
      <div className={styles.lead}>
        <p className={styles.quiet}>
          {enough} of {board.length} answered by as many customers as this map needs ({map.map.voicesNeeded}). Only
          customers’ own words answer.
        </p>
        <div className={styles.selects}>
          {map.personas.length > 0 && (
            <Select
              label="Whose answers"
              value={isPersona ? persona : ALL}
              onChange={setPersona}
              options={[
                { value: ALL, label: 'Everybody’s' },
                ...map.personas.map(record => ({ value: `id ${record.id}`, label: KINDS.personas.title(record) })),
                { value: NONE, label: 'No persona' },
              ]}
            />
          )}
          {map.stages.length > 0 && (
            <Select
              label="About which stage"
              value={isStage ? stage : ALL}
              onChange={setStage}
              options={[
                { value: ALL, label: 'All of the journey' },
                ...map.stages.map(record => ({ value: `id ${record.id}`, label: KINDS.stages.title(record) })),
              ]}
            />
          )}
        </div>
      </div>
      {top && <QuestionCard answered={top} part={part} isTop />}
      <div className={styles.board}>
        {board
          .filter(({ id }) => id !== MATTER)
          .map(answered => (
            <QuestionCard key={answered.id} answered={answered} part={part} />
          ))}
      </div>
    </div>
  )
}

/** Ids stand in the choice with a word before them, so that none is taken for one of its own words. */
function idIn(value: string): string {
  return value.slice('id '.length)
}
