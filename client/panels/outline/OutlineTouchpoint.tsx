import { type ComponentType, memo } from 'react'
import { cx } from '../../ui/cx.ts'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import { StatusMark } from '../claim/StatusMark.tsx'
import { countWords } from '../countWords.ts'
import { dotted } from '../dotted.ts'
import { STATUS_WORDS } from '../pains/painWords.ts'
import type { OutlineOpportunity, OutlinePain, OutlineTouchpoint as Touchpoint } from './Outline.ts'
import { OutlineClaim } from './OutlineClaim.tsx'
import { OutlinePromises } from './OutlinePromises.tsx'
import { OutlineQuotes } from './OutlineQuotes.tsx'
import styles from './outline.module.css'

export type OutlineTouchpointProps = { touchpoint: Touchpoint; needed: number; all: boolean }

/** One touchpoint: what we assume, what customers said, what hurts. */
export const OutlineTouchpoint: ComponentType<OutlineTouchpointProps> = memo(({ touchpoint, needed, all }) => {
  const { id, title, facts, details, heard, assumption, before, feels, quotes, pains, opportunities, promises, leads } =
    touchpoint
  return (
    <li className={styles.touchpoint} data-heard={heard > 0}>
      <h4 id={`outline-${id}`} className={styles.title} dir="auto" tabIndex={-1}>
        {title}
      </h4>
      <p className={cx(styles.facts, styles.dotted)}>
        {facts.map(fact => (
          <span key={fact}>{fact}</span>
        ))}
        <span>{heard > 0 ? `Heard from ${countWords(heard, 'customer')}` : 'Not heard yet'}</span>
      </p>
      {details && (
        <p className={styles.details} dir="auto">
          {details}
        </p>
      )}
      {assumption && <OutlineClaim claim={assumption} needed={needed} name="We assume" pencil />}
      {before.length > 0 && (
        <ul className={styles.before}>
          {before.map(claim => (
            <li key={claim.id}>
              <span className={styles.name}>We believed before: </span>
              <span dir="auto">{claim.text}</span> <StatusMark tally={claim.tally} needed={needed} />
            </li>
          ))}
        </ul>
      )}
      {feels && <p className={styles.feels}>{feels}</p>}
      <OutlineQuotes quotes={quotes} about={`“${title}”`} all={all} />
      <OutlinePains pains={pains} needed={needed} />
      <OutlineOpportunities opportunities={opportunities} needed={needed} />
      <OutlinePromises promises={promises} />
      {leads.length > 0 && (
        <p className={styles.leads}>
          <span className={styles.name}>Leads to </span>
          {leads.join(', ')}
        </p>
      )}
    </li>
  )
})

/** What hurts, the worst first, with how far it has come and what stands behind it. */
export function OutlinePains({ pains, needed }: { pains: readonly OutlinePain[]; needed: number }) {
  if (pains.length === 0) return null
  return (
    <ul className={styles.pains} aria-label="Pain points">
      {pains.map(pain => (
        <li key={pain.id}>
          <OutlineClaim claim={pain} needed={needed} name="Pain point">
            <p className={styles.facts}>
              <SeverityMark severity={pain.severity} />
              <span>{dotted([STATUS_WORDS[pain.status], pain.team && `owned by ${pain.team}`])}</span>
            </p>
            {pain.lesson && (
              <p className={styles.details} dir="auto">
                We learned: {pain.lesson}
              </p>
            )}
          </OutlineClaim>
        </li>
      ))}
    </ul>
  )
}

/** What could be made better. */
export function OutlineOpportunities({
  opportunities,
  needed,
}: {
  opportunities: readonly OutlineOpportunity[]
  needed: number
}) {
  if (opportunities.length === 0) return null
  return (
    <ul className={styles.pains} aria-label="Opportunities">
      {opportunities.map(one => (
        <li key={one.id}>
          <OutlineClaim claim={one} needed={needed} name="Opportunity">
            <p className={cx(styles.facts, styles.dotted)}>
              {one.facts.map(fact => (
                <span key={fact} dir="auto">
                  {fact}
                </span>
              ))}
            </p>
            {one.details && (
              <p className={styles.details} dir="auto">
                {one.details}
              </p>
            )}
            {one.decision && (
              <p className={styles.details} dir="auto">
                Decided: {one.decision}
              </p>
            )}
          </OutlineClaim>
        </li>
      ))}
    </ul>
  )
}
