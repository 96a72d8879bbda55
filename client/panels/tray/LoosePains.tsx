import { useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { changePain } from '../../commands/claims.ts'
import { readBehind } from '../../commands/reading.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import { countWords } from '../countWords.ts'
import { PlaceOn } from '../PlaceOn.tsx'
import styles from './tray.module.css'

/** Pain points that lie on no touchpoint, each of which can be given one. */
export function LoosePains() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const pains = useMap(({ map }) => map.painPoints)
  const evidence = useMap(view => view.evidence)
  const [placing, setPlacing] = useState<string | null>(null)
  const loose = pains.filter(pain => pain.touchpoint === null)
  if (loose.length === 0) return null
  return (
    <details className={styles.pains}>
      <summary>
        Pain points without a touchpoint <span className={styles.number}>{loose.length.toLocaleString('en-GB')}</span>
      </summary>
      <ul>
        {loose.map(pain => (
          <li key={pain.id} className={styles.pain}>
            <SeverityMark severity={pain.severity} />
            <span>
              {KINDS.painPoints.title(pain)}
              <button
                type="button"
                className={styles.said}
                onClick={() =>
                  readBehind(open, {
                    title: KINDS.painPoints.title(pain),
                    behind: { of: 'claim', claim: pain.id },
                    place: null,
                  })
                }
              >
                {countWords(evidence.tally(pain.id).supports, 'customer')}
              </button>
            </span>
            {canEdit && (
              <Button
                size="small"
                aria-label={`Place “${KINDS.painPoints.title(pain)}” on a touchpoint`}
                onClick={() => setPlacing(pain.id)}
              >
                Place on…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {placing !== null && (
        <PlaceOn
          title="Place this pain point on…"
          onPlace={touchpoint => changePain(open, placing, { touchpoint })}
          onClose={() => setPlacing(null)}
        />
      )}
    </details>
  )
}
