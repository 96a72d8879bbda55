import { Fragment } from 'react'
import type { ComparedStage, SideOfTouchpoint } from '#shared/model/evidence/compare.ts'
import { countWords } from '../countWords.ts'
import { FeelingMark } from '../feelings/FeelingMark.tsx'
import { feelingNumber, feelingWord } from '../feelings/feelingWords.ts'
import known from '../known/known.module.css'
import styles from './compare.module.css'
import { differenceWords, voicesDifference } from './compareWords.ts'
import type { OnReadSide } from './onReadSide.ts'

export type ComparedTableProps = {
  stages: readonly ComparedStage[]
  names: readonly [string, string]
  onRead: OnReadSide
}

/** Voices and feelings of both sides by stage and touchpoint, with the differences. */
export function ComparedTable({ stages, names, onRead }: ComparedTableProps) {
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
                {([a, b] as const).map((customers, at) => (
                  <td key={at === 0 ? 'A' : 'B'}>
                    {customers === null ? (
                      'not there'
                    ) : (
                      <Heard
                        customers={customers}
                        of={`${title}, ${names[at]}`}
                        onRead={() => onRead(at === 0 ? 0 : 1, title, { of: 'part', touchpoints: on(touchpoints, at) })}
                      />
                    )}
                  </td>
                ))}
                <td>{a === null || b === null ? '' : voicesDifference(a, b)}</td>
                <td />
              </tr>
              {touchpoints.map(({ title: name, sides: [one, other], difference }) => (
                <tr key={`${one?.touchpoint} ${other?.touchpoint}`}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {[one, other].map((side, at) => (
                    <Felt
                      key={at === 0 ? 'A' : 'B'}
                      side={side}
                      of={`${name}, ${names[at]}`}
                      onRead={touchpoint => onRead(at === 0 ? 0 : 1, name, { of: 'part', touchpoints: [touchpoint] })}
                    />
                  ))}
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

/** The touchpoints of a stage on one side. */
function on(touchpoints: ComparedStage['touchpoints'], at: number): string[] {
  return touchpoints.flatMap(({ sides }) => sides[at]?.touchpoint ?? [])
}

type HeardProps = { customers: number; of: string; onRead(): void }

/** How many were heard; the number leads to their words. */
function Heard({ customers, of, onRead }: HeardProps) {
  if (customers === 0) return heardWords(0)
  return (
    <button
      type="button"
      className={known.link}
      aria-label={`Read what ${countWords(customers, 'customer')} said: ${of}`}
      onClick={onRead}
    >
      {heardWords(customers)}
    </button>
  )
}

function heardWords(customers: number): string {
  return customers === 0 ? 'nobody heard' : `heard from ${customers.toLocaleString('en-GB')}`
}

type FeltProps = { side: SideOfTouchpoint | null; of: string; onRead(touchpoint: string): void }

function Felt({ side, of, onRead }: FeltProps) {
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
        <Heard {...{ customers, of }} onRead={() => onRead(side.touchpoint)} />
        {basis === 'assumed' && <span className={known.quiet}>our guess</span>}
      </span>
    </td>
  )
}
