import ChevronRight from 'lucide-react/icons/chevron-right'
import Trash from 'lucide-react/icons/trash-2'
import { type DragEvent, useMemo, useState } from 'react'
import { KINDS, type PainPoint } from '#shared/model/kinds.ts'
import { DETAILS, TITLE } from '#shared/model/limits.ts'
import { changePain } from '../../commands/claims.ts'
import { givePainTo, takePainTo, takeSides } from '../../commands/pains.ts'
import { remove } from '../../commands/remove.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import { carriedQuotes, carriesQuotes } from '../quotes/carry.ts'
import type { Stance } from '../quotes/StanceToggle.tsx'
import { SharedText } from '../SharedText.tsx'
import { ToStoryline } from '../storyline/ToStoryline.tsx'
import { BehindClaim } from './BehindClaim.tsx'
import { PainHistory } from './PainHistory.tsx'
import styles from './pains.module.css'
import { STATUS_WORDS } from './painWords.ts'
import { SeverityChoice } from './SeverityChoice.tsx'
import { StatusPath } from './StatusPath.tsx'
import { TeamChoice } from './TeamChoice.tsx'
import { WhatWorked } from './WhatWorked.tsx'

export type PainCardProps = { pain: PainPoint; isOpen: boolean; isNew: boolean; onToggle(): void }

/** One pain point: a line that opens. Quotes dragged onto its halves support or contradict it. */
export function PainCard({ pain, isOpen, isNew, onToggle }: PainCardProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const evidence = useMap(view => view.evidence)
  const [over, setOver] = useState<Stance | null>(null)
  const { supports, contradicts } = evidence.tally(pain.id)
  const from = useMemo(() => (pain.touchpoint === null ? [] : [pain.touchpoint]), [pain.touchpoint])
  const dragOver = (event: DragEvent) => {
    if (!canEdit || !carriesQuotes(event.dataTransfer)) return
    event.preventDefault()
    setOver(sideUnder(event))
  }
  const leave = ({ relatedTarget, currentTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(null)
  }
  const drop = (event: DragEvent) => {
    setOver(null)
    const quotes = carriedQuotes(event.dataTransfer)
    if (!canEdit || quotes.length === 0) return
    event.preventDefault()
    takeSides(open, pain.id, quotes, sideUnder(event))
  }
  return (
    <li
      className={styles.card}
      data-quiet={pain.status === 'moved-on' || undefined}
      onDragOver={dragOver}
      onDragLeave={leave}
      onDrop={drop}
    >
      {over !== null && (
        <div className={styles.zones} aria-hidden="true">
          <span data-over={over === 'supports'}>Supports it</span>
          <span data-over={over === 'contradicts'}>Contradicts it</span>
        </div>
      )}
      <div className={styles.line}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? `Close ${KINDS.painPoints.title(pain)}` : undefined}
          onClick={onToggle}
        >
          <ChevronRight className={styles.arrow} aria-hidden="true" />
          {!isOpen && (
            <>
              <SeverityMark severity={pain.severity} />
              <span className={styles.title}>{KINDS.painPoints.title(pain)}</span>
              {pain.status === 'moved-on' && pain.lesson.trim() !== '' && (
                <span className={styles.learned}>{pain.lesson.trim()}</span>
              )}
              <span className={styles.counts}>
                {STATUS_WORDS[pain.status]}
                {supports > 0 && ` · ${supports.toLocaleString('en-GB')} for`}
                {contradicts > 0 && ` · ${contradicts.toLocaleString('en-GB')} against`}
              </span>
            </>
          )}
        </button>
        {isOpen && (
          <SharedText
            at={{ kind: 'painPoints', id: pain.id, field: 'title' }}
            label="What hurts"
            placeholder="What hurts?"
            maxLength={TITLE}
            autoFocus={isNew}
            className={styles.name}
          />
        )}
      </div>
      {isOpen && (
        <div className={styles.inside}>
          <div className={styles.levelRow}>
            {canEdit ? (
              <SeverityChoice value={pain.severity} onChange={severity => changePain(open, pain.id, { severity })} />
            ) : (
              <SeverityMark severity={pain.severity} />
            )}
            {canEdit && (
              <span className={styles.tools}>
                <ToStoryline of={{ claim: pain.id }} name="pain point" />
                <IconButton
                  label="Delete this pain point"
                  size="small"
                  variant="danger"
                  onClick={() => remove(open, 'painPoints', [pain.id])}
                >
                  <Trash />
                </IconButton>
              </span>
            )}
          </div>
          <StatusPath value={pain.status} disabled={!canEdit} onChange={status => takePainTo(open, pain, status)} />
          <TeamChoice team={pain.team} onChoose={wish => givePainTo(open, pain.id, wish)} />
          {pain.author && <span className={styles.label}>From a note by {pain.author}</span>}
          {(pain.lesson || pain.status === 'mended' || pain.status === 'moved-on') && (
            <div>
              <span className={styles.label}>What we learned</span>
              <SharedText
                at={{ kind: 'painPoints', id: pain.id, field: 'lesson' }}
                label="What we learned"
                placeholder="What will we do differently?"
                maxLength={DETAILS}
                lines
              />
            </div>
          )}
          <PainHistory pain={pain} />
          <BehindClaim claim={pain.id} touchpoint={pain.touchpoint} from={from} name="this pain point" />
          {pain.touchpoint !== null && <WhatWorked touchpoint={pain.touchpoint} />}
        </div>
      )}
    </li>
  )
}

/** The left half of a card is for quotes that support it, the right one for those that contradict it. */
function sideUnder({ currentTarget, clientX }: DragEvent): Stance {
  const { left, width } = currentTarget.getBoundingClientRect()
  return clientX < left + width / 2 ? 'supports' : 'contradicts'
}
