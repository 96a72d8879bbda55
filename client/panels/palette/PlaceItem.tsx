import { Command } from 'cmdk'
import Columns from 'lucide-react/icons/columns-3'
import Frown from 'lucide-react/icons/frown'
import Rows from 'lucide-react/icons/rows-3'
import SquarePen from 'lucide-react/icons/square-pen'
import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import styles from './Palette.module.css'
import type { PlaceEntry } from './places.ts'

/** Quotes need none: their marks and their serif say what they are. */
const ICONS: Partial<Record<PlaceEntry['kind'], ReactNode>> = {
  touchpoint: <SquarePen aria-hidden />,
  stage: <Columns aria-hidden />,
  lane: <Rows aria-hidden />,
  pain: <Frown aria-hidden />,
}

/** Somewhere to go. Customers' words look as they do everywhere; recalled ones have neither marks nor bar. */
export function PlaceItem({ entry, onChoose }: { entry: PlaceEntry; onChoose(): void }) {
  const { kind, id, title, detail } = entry
  const isQuote = kind === 'quote' || kind === 'recalled'
  return (
    <Command.Item value={id} onSelect={onChoose} className={styles.item}>
      {ICONS[kind]}
      <span dir="auto" className={cx(styles.words, isQuote && styles.quote, kind === 'quote' && styles.said)}>
        {kind === 'quote' ? `“${title}”` : title}
      </span>
      <span className={styles.detail}>{detail}</span>
    </Command.Item>
  )
}
