import { memo, useState } from 'react'
import { guessesFor, guessOf } from '#shared/model/evidence/guesses.ts'
import type { Assumption } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { assume } from '../../commands/claims.ts'
import { guesser } from '../../commands/guesses.ts'
import { readBehind } from '../../commands/reading.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { FeelingGap } from '../feelings/FeelingGap.tsx'
import panel from '../Panel.module.css'
import { PanelSection } from '../PanelSection.tsx'
import { personName } from '../personName.ts'
import { dayWords } from '../quotes/quoteWords.ts'
import { SharedText } from '../SharedText.tsx'
import { ClaimRing } from './ClaimRing.tsx'
import styles from './claim.module.css'
import { NewAssumption } from './NewAssumption.tsx'
import { PastAssumptions } from './PastAssumptions.tsx'

/** What the team assumes about a touchpoint, in pencil, and what stands behind it. */
export const ClaimSection = memo(function ClaimSection({ touchpoint }: { touchpoint: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const evidence = useMap(view => view.evidence)
  const guesses = useMap(({ map }) => map.guesses)
  const needed = useMap(({ map }) => map.map.voicesNeeded)
  const [isNew, setNew] = useState(false)
  const present = evidence.assumptionAbout(touchpoint)
  // As `assume` sees it: evidence of customers who withdrew counts too.
  const touched = useMap(({ map }) => present !== null && map.evidence.some(({ claim }) => claim === present.id))
  const write = (fields: { text?: string; feeling?: number | null }) =>
    assume(open, touchpoint, fields, personName(open))
  return (
    <PanelSection
      title="What we assume"
      action={
        canEdit &&
        touched &&
        !isNew && (
          <Button size="small" variant="quiet" onClick={() => setNew(true)}>
            Assume something new
          </Button>
        )
      }
    >
      <div className={styles.claim}>
        {present && touched ? (
          <p className={styles.text}>{present.text || 'Unwritten assumption'}</p>
        ) : (
          <SharedText
            at={present && { kind: 'assumptions', id: present.id, field: 'text' }}
            label="What we assume"
            placeholder={canEdit ? 'What do we believe happens here?' : 'Nobody has written an assumption.'}
            maxLength={DETAILS}
            lines
            onFirst={text => write({ text })}
            className={styles.typed}
          />
        )}
        {present && <Author assumption={present} />}
        {present && <ClaimRing claim={present.id} touchpoint={touchpoint} />}
      </div>
      {isNew && present && (
        <NewAssumption
          feeling={present.feeling}
          onDone={() => setNew(false)}
          onAssume={fields => {
            write(fields)
            setNew(false)
          }}
        />
      )}
      {present && <PastAssumptions assumption={present} />}
      <h4 className={styles.subtitle}>How it feels</h4>
      <FeelingGap
        assumed={evidence.assumedFeeling(touchpoint)}
        heard={evidence.heardFeeling(touchpoint)}
        guesses={present && guessesFor({ guesses }, present.id)}
        own={present && (guessOf(guesses, present.id, guesser(open))?.feeling ?? null)}
        needed={needed}
        onAssume={canEdit && !touched ? feeling => write({ feeling }) : null}
        onRead={felt => {
          const behind = { of: 'feeling', touchpoint, ...(felt === undefined ? {} : { felt }) } as const
          const title = lookUp(open.map.getState().map.touchpoints, touchpoint)?.title ?? ''
          readBehind(open, { title, behind, place: touchpoint })
        }}
      />
      {touched && canEdit && (
        <p className={panel.hint}>Customers have taken a side on this, so it stays as it was written.</p>
      )}
    </PanelSection>
  )
})

function Author({ assumption: { author, madeOn } }: { assumption: Assumption }) {
  const facts = [author, madeOn && dayWords(madeOn)].filter(Boolean)
  return facts.length > 0 && <p className={styles.facts}>{facts.join(', ')}</p>
}
