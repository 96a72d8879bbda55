import Copy from 'lucide-react/icons/copy'
import { useMemo, useState } from 'react'
import { lessonsAsMarkdown, lessonsOf } from '#shared/model/evidence/lessons.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import { useKnown } from '../known/Known.ts'
import known from '../known/known.module.css'
import { LessonCard } from './LessonCard.tsx'
import styles from './lessons.module.css'

const ALL = 'all'

/** What was learned from what went wrong, across the map, by stage and by team. */
export function Lessons() {
  const { go } = useKnown()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const { lessons, unlearned } = useMemo(() => lessonsOf(map, evidence), [map, evidence])
  const [stage, setStage] = useState(ALL)
  const [team, setTeam] = useState(ALL)
  // A colleague may have taken away what was chosen.
  const isStage = map.stages.some(({ id }) => `id ${id}` === stage)
  const isTeam = map.teams.some(({ id }) => `id ${id}` === team)
  const shown = lessons.filter(
    lesson => (!isStage || `id ${lesson.stage}` === stage) && (!isTeam || `id ${lesson.team}` === team),
  )
  if (lessons.length + unlearned.length === 0) {
    return (
      <EmptyState>
        Once a pain point is mended, write on it what you learned. All lessons of the map are then found here.
      </EmptyState>
    )
  }
  const copy = async () => {
    const isCopied = await copyText(lessonsAsMarkdown(map, shown))
    if (isCopied) toast(`${countWords(shown.length, 'lesson')} copied as Markdown.`, { id: 'lessons', tone: 'done' })
    else toast('The lessons could not be copied.', { id: 'lessons', tone: 'error' })
  }
  return (
    <div className={known.part}>
      <div className={known.lead}>
        <p className={known.quiet} role="status">
          {shown.length === lessons.length
            ? countWords(lessons.length, 'lesson')
            : `${shown.length} of ${countWords(lessons.length, 'lesson')}`}
          , the newest first.
        </p>
        <div className={known.selects}>
          {map.stages.length > 0 && (
            <Select
              label="Stage"
              value={isStage ? stage : ALL}
              onChange={setStage}
              options={[
                { value: ALL, label: 'All stages' },
                ...map.stages.map(record => ({ value: `id ${record.id}`, label: KINDS.stages.title(record) })),
              ]}
            />
          )}
          {map.teams.length > 0 && (
            <Select
              label="Team"
              value={isTeam ? team : ALL}
              onChange={setTeam}
              options={[
                { value: ALL, label: 'All teams' },
                ...map.teams.map(record => ({ value: `id ${record.id}`, label: KINDS.teams.title(record) })),
              ]}
            />
          )}
          <Button
            icon={<Copy />}
            className={styles.copy ?? ''}
            disabled={shown.length === 0}
            onClick={() => void copy()}
          >
            Copy as Markdown
          </Button>
        </div>
      </div>
      <ul className={styles.list} aria-label="Lessons">
        {shown.map(lesson => (
          <LessonCard key={lesson.pain.id} lesson={lesson} />
        ))}
      </ul>
      {unlearned.length > 0 && (
        <section aria-label="Moved on without a lesson">
          <h3 className={known.sideName}>Moved on without a lesson</h3>
          <ul>
            {unlearned.map(pain => (
              <li key={pain.id}>
                <button
                  type="button"
                  className={known.link}
                  disabled={pain.touchpoint === null}
                  onClick={() => pain.touchpoint !== null && go(pain.touchpoint)}
                >
                  {KINDS.painPoints.title(pain)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
