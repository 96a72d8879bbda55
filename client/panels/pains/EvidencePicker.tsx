import { useMemo, useState } from 'react'
import { takeSide } from '../../commands/claims.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import panel from '../Panel.module.css'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { StanceToggle } from '../quotes/StanceToggle.tsx'
import { spokenOn } from '../quotes/spokenOn.ts'
import styles from './pains.module.css'

const SHOWN = 30

export type EvidencePickerProps = { claim: string; name: string; from: readonly string[] }

/** The quotes of these touchpoints, each of which can be put on a side of a claim. */
export function EvidencePicker({ claim, name, from }: EvidencePickerProps) {
  const open = useOpenMap()
  const evidence = useMap(view => view.evidence)
  const [wanted, setWanted] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const spoken = useMemo(() => from.flatMap(touchpoint => spokenOn(evidence, touchpoint)), [evidence, from])
  const sides = useMemo(
    () => new Map(evidence.evidenceFor(claim).map(piece => [piece.evidence.quote, piece.evidence.stance])),
    [evidence, claim],
  )
  const words = wanted.toLocaleLowerCase()
  const found = spoken.filter(({ text }) => text.toLocaleLowerCase().includes(words))
  if (spoken.length === 0) return <p className={panel.hint}>No quotes lie there yet.</p>
  return (
    <div className={styles.picker}>
      {spoken.length > 5 && (
        <TextField
          label="Find in these quotes"
          hideLabel
          placeholder="Find in these quotes"
          value={wanted}
          onChange={setWanted}
        />
      )}
      <ul>
        {found.slice(0, shown).map(({ id, quote, text }) => (
          <li key={id} className={styles.candidate}>
            <QuoteWords text={text} recalled={quote.how === 'recalled'} most={160} />
            <StanceToggle
              claim={name}
              value={sides.get(id) ?? null}
              onChange={stance => takeSide(open, claim, id, stance)}
            />
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button size="small" variant="quiet" onClick={() => setShown(shown + SHOWN)}>
          Show more of {found.length.toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  )
}
