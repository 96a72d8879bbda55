import { Fragment } from 'react'
import type { ComparedStage, SideOfTouchpoint } from '#shared/model/evidence/compare.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { feelingNumber, feelingWord } from '../feelings/feelingWords.ts'
import known from '../known/known.module.css'
import styles from './compare.module.css'
import { differenceWords, voicesDifference } from './compareWords.ts'

export type ComparedTableProps = { stages: readonly ComparedStage[]; names: readonly [string, string] }

/** Voices and feelings of both sides by stage and touchpoint, with the differences. */
export function ComparedTable({ stages, names }: ComparedTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section className={styles.scroller} tabIndex={0} aria-label="Differences">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Touchpoint</th>
            {names.map((name, at) => (
              <th key={at === 0 ? 'A' : 'B'} scope="col">
                {at === 0 ? 'A' : 'B'}: <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">Voices</th>
            <th scope="col">Feeling</th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ id, title, customers: [a, b], touchpoints }) => (
            <Fragment key={id}>
              <tr className={styles.stage}>
                <th scope="rowgroup" dir="auto">
                  {title}
                </th>
                <td>{a === null ? 'not there' : heardWords(a)}</td>
                <td>{b === null ? 'not there' : heardWords(b)}</td>
                <td>{a === null || b === null ? '' : voicesDifference(a, b)}</td>
                <td />
              </tr>
              {touchpoints.map(({ title: name, sides: [one, other], difference }) => (
                <tr key={`${one?.touchpoint} ${other?.touchpoint}`}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  <Felt side={one} />
                  <Felt side={other} />
                  <td>{one && other ? voicesDifference(one.customers, other.customers) : ''}</td>
                  <td className={difference !== null && Math.abs(difference) >= 1 ? styles.wide : undefined}>
                    {difference === null ? (
                      <span className={known.quiet}>not to compare</span>
                    ) : (
                      differenceWords(difference)
                    )}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function heardWords(customers: number): string {
  return customers === 0 ? 'nobody heard' : `heard from ${customers.toLocaleString('en-GB')}`
}

function Felt({ side }: { side: SideOfTouchpoint | null }) {
  if (!side) return <td className={known.quiet}>not there</td>
  const { customers, feeling, basis } = side
  return (
    <td>
      <span className={styles.felt}>
        {feeling !== null && basis === 'heard' && <FeelingMark feeling={feeling} />}
        {feeling !== null && basis === 'assumed' && (
          <span className={known.guess} title={`We assume ${feelingWord(feeling)}`}>
            {feelingNumber(feeling)}
          </span>
        )}
        {heardWords(customers)}
        {basis === 'assumed' && <span className={known.quiet}>our guess</span>}
      </span>
    </td>
  )
}
