import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { useCanEdit } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './quotes.module.css'

export type Stance = 'supports' | 'contradicts'

export type StanceToggleProps = {
  /** What it supports or contradicts, for people who hear the buttons: “our assumption”. */
  claim: string
  value: Stance | null
  /** Null takes the side back. */
  onChange(stance: Stance | null): void
}

const SIDES = [
  { stance: 'supports', word: 'Supports', icon: <Plus /> },
  { stance: 'contradicts', word: 'Contradicts', icon: <Minus /> },
] as const

/** Says whether a quote supports or contradicts a claim; shows only the side that was taken to those who may not. */
export function StanceToggle({ claim, value, onChange }: StanceToggleProps) {
  const canEdit = useCanEdit()
  const shown = canEdit ? SIDES : SIDES.filter(side => side.stance === value)
  if (shown.length === 0) return null
  return (
    <fieldset className={styles.sides} aria-label={`What it says about ${claim}`}>
      {shown.map(({ stance, word, icon }) => (
        <button
          key={stance}
          type="button"
          className={cx(styles.side, styles[stance])}
          aria-pressed={value === stance}
          disabled={!canEdit}
          onClick={() => onChange(value === stance ? null : stance)}
        >
          {icon}
          {word}
        </button>
      ))}
    </fieldset>
  )
}
