import Plus from 'lucide-react/icons/plus'
import { memo, useMemo, useState } from 'react'
import { returning } from '#shared/model/evidence/promiseState.ts'
import { isFlag, type Mirrored, type Standing, standardsOf } from '#shared/model/evidence/promises.ts'
import { PROMISE_SIDES, type PromiseSide } from '#shared/model/records/promises.ts'
import { addPromise } from '../../commands/promises.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { PanelSection } from '../PanelSection.tsx'
import { useToday } from '../useToday.ts'
import { PromiseCard } from './PromiseCard.tsx'
import styles from './promises.module.css'
import { answerWords, SIDE_WORDS, STANDARD_WORDS, standingWords } from './promiseWords.ts'
import { StandingMark } from './StandingMark.tsx'

/** The three standards of a touchpoint: what it promises customers and, mirrored, the staff who serve it. */
export const PromisesSection = memo(function PromisesSection({ touchpoint }: { touchpoint: string }) {
  const open = useOpenMap()
  const today = useToday()
  const promises = useMap(({ map }) => map.promises)
  const [shown, setShown] = useState<string | null>(null)
  const standards = useMemo(() => standardsOf(promises, touchpoint, today), [promises, touchpoint, today])
  const asking = standards
    .flatMap(({ customer, staff }) => [...customer, ...staff])
    .filter(({ state }) => isFlag(state.status)).length
  const make = (standard: Mirrored['standard'], side: PromiseSide) =>
    setShown(addPromise(open, { touchpoint, standard, side }))
  return (
    <PanelSection title="Promises" {...(asking > 0 ? { count: `${asking} to look at` } : {})}>
      <div className={styles.heads} aria-hidden="true">
        <span>To customers</span>
        <span>To staff</span>
      </div>
      {standards.map(mirrored => (
        <StandardRow
          key={mirrored.standard}
          mirrored={mirrored}
          today={today}
          shown={shown}
          onShow={id => setShown(id === shown ? null : id)}
          onAdd={make}
        />
      ))}
    </PanelSection>
  )
})

type RowProps = {
  mirrored: Mirrored
  today: string
  shown: string | null
  onShow(id: string): void
  onAdd(standard: Mirrored['standard'], side: PromiseSide): void
}

/** One standard: customers' side beside the staff's, and under both what is open. */
function StandardRow({ mirrored, today, shown, onShow, onAdd }: RowProps) {
  const { standard } = mirrored
  const { name, means } = STANDARD_WORDS[standard]
  const opened = [...mirrored.customer, ...mirrored.staff].find(({ promise }) => promise.id === shown)
  return (
    <section className={styles.standard} aria-label={name}>
      <h4 className={styles.name} title={means}>
        {name}
      </h4>
      <div className={styles.sides}>
        {PROMISE_SIDES.map(side => (
          <Side
            key={side}
            name={`${name}, ${SIDE_WORDS[side].toLowerCase()}`}
            standings={mirrored[side]}
            today={today}
            shown={shown}
            onShow={onShow}
            onAdd={() => onAdd(standard, side)}
          />
        ))}
      </div>
      {opened && <PromiseCard key={opened.promise.id} standing={opened} today={today} />}
    </section>
  )
}

type SideProps = {
  name: string
  standings: readonly Standing[]
  today: string
  shown: string | null
  onShow(id: string): void
  onAdd(): void
}

function Side({ name, standings, today, shown, onShow, onAdd }: SideProps) {
  const canEdit = useCanEdit()
  if (standings.length === 0) {
    return canEdit ? (
      <button type="button" className={styles.empty} aria-label={`Promise: ${name}`} onClick={onAdd}>
        <Plus aria-hidden="true" />
        Promise it
      </button>
    ) : (
      <span className={styles.none}>Nothing promised</span>
    )
  }
  return (
    <div className={styles.cells}>
      {standings.map(({ promise, state }) => {
        const counted = returning(promise, today)
        const words = standingWords(state)
        return (
          <button
            key={promise.id}
            type="button"
            className={styles.cell}
            aria-expanded={promise.id === shown}
            aria-label={[name, counted && answerWords(counted), words].filter(Boolean).join(': ')}
            onClick={() => onShow(promise.id)}
          >
            <StandingMark status={state.status} />
            <span>
              {counted && <strong className={styles.answer}>{answerWords(counted)}</strong>}
              <span className={styles.words}>{words}</span>
            </span>
          </button>
        )
      })}
    </div>
  )
}
