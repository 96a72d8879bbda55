import { useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { changeMine, type Mine } from '../../commands/contributions.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChannelField } from '../ChannelField.tsx'
import { KindChoice } from '../quotes/KindChoice.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'
import { TouchpointChoice } from './TouchpointChoice.tsx'
import { useSending } from './useSending.ts'

/** Changes what is known about one's own quote; its words stay as they were said. Only what differs is sent. */
export function ChangeQuote({ mine, quote, onDone }: { mine: Mine; quote: Quote; onDone(): void }) {
  const open = useOpenMap()
  const [kind, setKind] = useState(quote.kind)
  const [touchpoint, setTouchpoint] = useState(quote.touchpoint ?? '')
  const [saidOn, setSaidOn] = useState(quote.saidOn ?? '')
  const [channel, setChannel] = useState(quote.channel)
  const { busy, failure, send } = useSending()

  const save = async () => {
    const change = {
      ...(kind !== quote.kind ? { quoteKind: kind } : {}),
      ...(touchpoint !== (quote.touchpoint ?? '') ? { touchpoint: touchpoint || null } : {}),
      ...(saidOn !== (quote.saidOn ?? '') ? { saidOn: saidOn || null } : {}),
      ...(channel !== quote.channel ? { channel } : {}),
    }
    if (Object.keys(change).length === 0 || (await send(() => changeMine(open, mine, change)))) onDone()
  }
  return (
    <form
      className={styles.change}
      aria-label="Change this quote"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <KindChoice value={kind} onChange={setKind} />
      <TouchpointChoice value={touchpoint} onChange={setTouchpoint} />
      <div className={styles.pair}>
        <TextField type="date" label="Said on" value={saidOn} max="9999-12-31" onChange={setSaidOn} />
        <ChannelField value={channel} onChange={setChannel} />
      </div>
      <p className={styles.fact}>To change the words, take the quote back and add it again.</p>
      <Failed failure={failure} />
      <div className={styles.actions}>
        <Button size="small" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" busy={busy}>
          Save
        </Button>
      </div>
    </form>
  )
}
