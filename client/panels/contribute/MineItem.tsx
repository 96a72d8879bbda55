import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { addAgain, forgetMine, takeBack } from '../../commands/contributions.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { KindChip } from '../quotes/KindChip.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { ChangeNote } from './ChangeNote.tsx'
import { ChangeQuote } from './ChangeQuote.tsx'
import styles from './contribute.module.css'
import { Failed } from './Failed.tsx'
import type { Shown } from './useMine.ts'
import { useSending } from './useSending.ts'

/** UTF-16 code units after which words are folded in the list. */
const MOST = 240

const OFF = {
  'taken-back': 'You took this back.',
  deleted: 'Somebody who edits the map deleted this.',
} as const

/** One contribution: its words, where it lies, and what its author can do with it. */
export function MineItem({ shown, onReveal }: { shown: Shown; onReveal(id: string): void }) {
  const open = useOpenMap()
  const { busy, failure, send } = useSending()
  const [isChanging, setChanging] = useState(false)
  const { mine, on } = shown
  if (on === 'taken-back' || on === 'deleted') {
    return (
      <li className={styles.item}>
        <p className={styles.off}>{mine.again.text}</p>
        <div className={styles.actions}>
          <p className={styles.fact}>{OFF[on]}</p>
          <Button
            size="small"
            busy={busy}
            onClick={() => send(() => addAgain(open, mine).then(answer => (answer.ok ? null : answer.message)))}
          >
            Add again
          </Button>
          <IconButton label="Take off this list" size="small" onClick={() => forgetMine(open, mine)}>
            <X />
          </IconButton>
        </div>
        <Failed failure={failure} />
      </li>
    )
  }
  return (
    <li className={styles.item}>
      {mine.kind === 'quote' ? (
        <QuoteWords
          text={on === 'map' ? shown.record.text : mine.again.text}
          recalled={on === 'map' && shown.kind === 'quote' && shown.record.how === 'recalled'}
          most={MOST}
        />
      ) : (
        <p className={styles.note} dir="auto">
          {on === 'map' ? shown.record.text : mine.again.text}
        </p>
      )}
      <Where shown={shown} />
      {isChanging && on === 'map' ? (
        shown.kind === 'note' ? (
          <ChangeNote mine={mine} note={shown.record} onDone={() => setChanging(false)} />
        ) : (
          <ChangeQuote mine={mine} quote={shown.record} onDone={() => setChanging(false)} />
        )
      ) : (
        <div className={styles.actions}>
          <Reveal shown={shown} onReveal={onReveal} />
          <Button size="small" disabled={on !== 'map'} onClick={() => setChanging(true)}>
            Change
          </Button>
          <Button size="small" variant="quiet" busy={busy} onClick={() => send(() => takeBack(open, mine))}>
            Take back
          </Button>
        </div>
      )}
      <Failed failure={failure} />
    </li>
  )
}

/** Brings into view what can be seen on the canvas: a note, or the touchpoint of a quote. */
export function Reveal({ shown, onReveal }: { shown: Shown; onReveal(id: string): void }) {
  if (shown.on !== 'map') return null
  const id = shown.kind === 'note' ? shown.record.id : shown.record.touchpoint
  if (id === null) return null
  return (
    <Button size="small" variant="quiet" onClick={() => onReveal(id)}>
      Show
    </Button>
  )
}

function Where({ shown }: { shown: Shown }) {
  const map = useMap(view => view.map)
  if (shown.on !== 'map') return <p className={styles.fact}>On its way to the map</p>
  if (shown.kind === 'note') {
    const lane = lookUp(map.lanes, shown.record.lane)
    const stage = lookUp(map.stages, shown.record.stage)
    const cell = lane && stage && `${KINDS.lanes.title(lane)} · ${KINDS.stages.title(stage)}`
    return <p className={styles.fact}>Note · {cell ?? 'beside the map'}</p>
  }
  const touchpoint = lookUp(map.touchpoints, shown.record.touchpoint)
  return (
    <p className={styles.fact}>
      {touchpoint ? KINDS.touchpoints.title(touchpoint) : 'On no touchpoint yet'}
      <KindChip kind={shown.record.kind} />
    </p>
  )
}
