import { useMemo, useState } from 'react'
import { KINDS, type PainPoint } from '#shared/model/kinds.ts'
import { takeSides } from '../../commands/pains.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { matching } from '../finding.ts'
import panel from '../Panel.module.css'
import { type Stance, StanceToggle } from '../quotes/StanceToggle.tsx'
import styles from './pains.module.css'

/** More pain points than this are found by their words. */
const FEW = 6
const SHOWN = 60

export type EvidenceForProps = {
  /** Ids of quotes or excerpts. */
  quotes: readonly string[]
  /** Its pain points come first; null where the quotes lie on none. */
  touchpoint: string | null
  onClose(): void
}

/** Says of quotes which pain points they support or contradict, for whoever doesn't drag them there. */
export function EvidenceFor({ quotes, touchpoint, onClose }: EvidenceForProps) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const [wanted, setWanted] = useState('')
  const nameOf = (pain: PainPoint) => {
    const on = lookUp(map.touchpoints, pain.touchpoint)
    return on ? KINDS.touchpoints.title(on) : 'On no touchpoint'
  }
  const pains = useMemo(() => {
    const here = map.painPoints.filter(pain => pain.touchpoint === touchpoint)
    return [...here, ...map.painPoints.filter(pain => pain.touchpoint !== touchpoint)]
  }, [map.painPoints, touchpoint])
  const sides = useMemo(() => sidesOf(map.evidence, quotes), [map.evidence, quotes])
  const found = matching(pains, wanted, pain => `${KINDS.painPoints.title(pain)} ${nameOf(pain)}`, SHOWN)
  const those = quotes.length === 1 ? 'this quote' : `these ${countWords(quotes.length, 'quote')}`
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title="Evidence for a pain point"
      description={`Say which pain points ${those} ${quotes.length === 1 ? 'supports or contradicts' : 'support or contradict'}.`}
      size="small"
    >
      {pains.length > FEW && (
        <TextField
          label="Find a pain point"
          hideLabel
          placeholder="Find a pain point"
          value={wanted}
          onChange={setWanted}
          autoFocus
        />
      )}
      {found.length === 0 && (
        <p className={panel.hint}>
          {pains.length === 0 ? 'There is no pain point on the map yet.' : 'No pain point is called that.'}
        </p>
      )}
      <ul>
        {found.map(pain => (
          <li key={pain.id} className={styles.claim}>
            <p className={styles.claimName}>
              <SeverityMark severity={pain.severity} />
              <span dir="auto">{KINDS.painPoints.title(pain)}</span>
              <span className={styles.claimPlace}>{nameOf(pain)}</span>
            </p>
            <StanceToggle
              claim={`“${KINDS.painPoints.title(pain)}”`}
              value={sides.get(pain.id) ?? null}
              onChange={stance => takeSides(open, pain.id, quotes, stance)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** The side that all of the quotes take on each claim; claims on which they do not are left out. */
function sidesOf(evidence: readonly { claim: string; quote: string; stance: Stance }[], quotes: readonly string[]) {
  const wanted = new Set(quotes)
  const own = Map.groupBy(
    evidence.filter(({ quote }) => wanted.has(quote)),
    ({ claim }) => claim,
  )
  const sides = new Map<string, Stance>()
  for (const [claim, pieces] of own) {
    const [first] = pieces
    const isOne = pieces.every(({ stance }) => stance === first?.stance)
    if (first && isOne && new Set(pieces.map(({ quote }) => quote)).size === wanted.size) sides.set(claim, first.stance)
  }
  return sides
}
