import { useMemo } from 'react'
import { returning } from '#shared/model/evidence/promiseState.ts'
import { type Mirrored, promiseRegister, type Standing } from '#shared/model/evidence/promises.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { PROMISE_SIDES, type PromiseSide } from '#shared/model/records/promises.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { useKnown } from '../known/Known.ts'
import known from '../known/known.module.css'
import { useToday } from '../useToday.ts'
import styles from './promises.module.css'
import { answerWords, SIDE_WORDS, STANDARD_WORDS, standingWords } from './promiseWords.ts'
import { StandingMark } from './StandingMark.tsx'

/** What the map promises, and what of it is due or broken. */
export function Promises() {
  const today = useToday()
  const map = useMap(view => view.map)
  const { all, due } = useMemo(() => promiseRegister(map, today), [map, today])
  const { go } = useKnown()
  if (all.length === 0) {
    return (
      <EmptyState>
        Hold yourselves to what you promise customers, and promise the staff the same. Select a touchpoint and write its
        promises there.
      </EmptyState>
    )
  }
  return (
    <div className={known.part}>
      <p className={known.quiet}>
        {due.length === 0
          ? 'Nothing is due: every promise is kept or has no day yet.'
          : `${countWords(due.length, 'promise')} due, overdue or broken, the most urgent first.`}
      </p>
      {due.length > 0 && (
        <ul className={styles.table} aria-label="Due, overdue or broken">
          {due.map(standing => (
            <Due key={standing.promise.id} standing={standing} />
          ))}
        </ul>
      )}
      <ul className={styles.table} aria-label="Promises by touchpoint">
        {all.map(({ touchpoint, standards }) => (
          <li key={touchpoint.id} className={styles.row}>
            <div>
              <button type="button" className={styles.place} dir="auto" onClick={() => go(touchpoint.id)}>
                {KINDS.touchpoints.title(touchpoint)}
              </button>
            </div>
            {PROMISE_SIDES.map(side => (
              <Column key={side} side={side} standards={standards} today={today} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Due({ standing: { promise, state } }: { standing: Standing }) {
  const { go } = useKnown()
  const touchpoint = useMap(({ map }) => lookUp(map.touchpoints, promise.touchpoint))
  const team = useMap(({ map }) => lookUp(map.teams, promise.team))
  const { name } = STANDARD_WORDS[promise.standard]
  const facts = [
    name,
    `to ${SIDE_WORDS[promise.side].toLowerCase()}`,
    team ? KINDS.teams.title(team) : 'kept by nobody yet',
  ]
  return (
    <li className={styles.due}>
      <StandingMark status={state.status} />
      <span className={styles.dueWords}>{standingWords(state)}</span>
      <button type="button" className={styles.place} dir="auto" onClick={() => go(promise.touchpoint)}>
        {touchpoint ? KINDS.touchpoints.title(touchpoint) : ''}
      </button>
      <span className={known.quiet}>{dotted(facts)}</span>
    </li>
  )
}

type ColumnProps = { side: PromiseSide; standards: readonly Mirrored[]; today: string }

/** What one side is promised, standard by standard; also what is not. */
function Column({ side, standards, today }: ColumnProps) {
  return (
    <section className={styles.column} aria-label={`To ${SIDE_WORDS[side].toLowerCase()}`}>
      <h3 className={known.sideName}>To {SIDE_WORDS[side].toLowerCase()}</h3>
      {standards.map(mirrored => {
        const { name } = STANDARD_WORDS[mirrored.standard]
        const standings = mirrored[side]
        if (standings.length === 0) {
          return (
            <p key={mirrored.standard} className={known.quiet}>
              {name}: not promised
            </p>
          )
        }
        return standings.map(({ promise, state }) => {
          const counted = returning(promise, today)
          const answer = counted && answerWords(counted)
          return (
            <div key={promise.id} className={styles.standing}>
              <StandingMark status={state.status} />
              <div>
                {name}: {dotted([answer && `${answer} would return or refer`, standingWords(state)])}
                {promise.text && <p dir="auto">{promise.text}</p>}
              </div>
            </div>
          )
        })
      })}
    </section>
  )
}
