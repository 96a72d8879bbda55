import X from 'lucide-react/icons/x'
import { addAgain, takeBack } from '../../commands/contributions.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'
import { Reveal } from './MineItem.tsx'
import type { Shown } from './useMine.ts'
import { useSending } from './useSending.ts'

const WORDS = { quote: 'Your quote is on the map.', note: 'Your note is on the map.' } as const

export type SaidProps = { shown: Shown; onReveal(id: string): void; onAgain(id: string): void; onClose(): void }

/** Says that the newest contribution has arrived, or was taken back, with the way back from there. */
export function Said({ shown, onReveal, onAgain, onClose }: SaidProps) {
  const open = useOpenMap()
  const { busy, failure, send } = useSending()
  const { mine, on } = shown
  const isOff = on === 'taken-back' || on === 'deleted'
  const again = () =>
    send(async () => {
      const answer = await addAgain(open, mine)
      if (!answer.ok) return answer.message
      onAgain(answer.value.id)
      return null
    })
  return (
    <div className={styles.said} data-said>
      <p role="status" className={styles.saidWords}>
        {on === 'taken-back' ? 'Taken back.' : on === 'deleted' ? 'An editor deleted it.' : WORDS[mine.kind]}
      </p>
      <Reveal shown={shown} onReveal={onReveal} />
      <Button size="small" variant="quiet" busy={busy} onClick={isOff ? again : () => send(() => takeBack(open, mine))}>
        {isOff ? 'Add again' : 'Take back'}
      </Button>
      <IconButton label="Dismiss" size="small" onClick={onClose}>
        <X />
      </IconButton>
      <Failed failure={failure} />
    </div>
  )
}
