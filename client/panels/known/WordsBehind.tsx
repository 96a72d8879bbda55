import MapPin from 'lucide-react/icons/map-pin'
import Unlink from 'lucide-react/icons/unlink'
import { useMemo, useState } from 'react'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ClaimRing } from '../claim/ClaimRing.tsx'
import { countWords } from '../countWords.ts'
import { lookUp } from '../lookUp.ts'
import { type WordsGroup, wordsBehind } from './behind.ts'
import { type Reading, useKnown } from './Known.ts'
import styles from './known.module.css'
import { removeAnswer } from './removeAnswer.ts'
import { SidePanel } from './SidePanel.tsx'
import { Verbatim } from './Verbatim.tsx'

const SHOWN_FIRST = 20
const SHOWN_MORE = 40

/** The words behind a number: who said them, when and where; they follow while others add to them. */
export function WordsBehind({ reading, onClose }: { reading: Reading; onClose(): void }) {
  const { title, behind, place } = reading
  const known = useKnown()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const groups = useMemo(() => wordsBehind(map, evidence, behind), [map, evidence, behind])
  return (
    <SidePanel title={title} onClose={onClose}>
      <div className={styles.sideBody}>
        {behind.of === 'claim' && (
          <ClaimRing claim={behind.claim} touchpoint={lookUp(map.touchpoints, place)?.id ?? null} size={36} />
        )}
        {place !== null && (
          <Button size="small" icon={<MapPin />} onClick={() => known.go(place)}>
            Show on the map
          </Button>
        )}
        {groups.length === 0 && <p className={styles.quiet}>No customer’s words stand behind this yet.</p>}
        {groups.map(group => (
          <Group
            key={`${title} ${group.title}`}
            group={group}
            question={behind.of === 'question' ? behind.question : null}
          />
        ))}
      </div>
    </SidePanel>
  )
}

function Group({ group: { title, words, customers }, question }: { group: WordsGroup; question: string | null }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [shown, setShown] = useState(SHOWN_FIRST)
  const rest = words.length - shown
  const count = customers === 0 ? [] : [countWords(customers, 'customer')]
  return (
    <section aria-label={title} className={styles.group}>
      <h3 className={styles.groupTitle}>
        {title} <span className={styles.quiet}>{[...count, countWords(words.length, 'quote')].join(', ')}</span>
      </h3>
      <ul>
        {words.slice(0, shown).map(one => (
          <Verbatim key={one.id} {...one}>
            {canEdit && question !== null && (
              <IconButton label="Remove this answer" size="small" onClick={() => removeAnswer(open, question, one.id)}>
                <Unlink />
              </IconButton>
            )}
          </Verbatim>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="quiet" size="small" onClick={() => setShown(shown + SHOWN_MORE)}>
          {rest > SHOWN_MORE
            ? `Show ${SHOWN_MORE} more of ${words.length.toLocaleString('en-GB')}`
            : `Show ${rest} more`}
        </Button>
      )}
    </section>
  )
}
