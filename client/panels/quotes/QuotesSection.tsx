import Plus from 'lucide-react/icons/plus'
import { useEffect, useMemo, useState } from 'react'
import { isOpen } from '#shared/model/evidence/filter.ts'
import type { Touchpoint } from '#shared/model/kinds.ts'
import type { QuoteKind } from '#shared/model/records/quotes.ts'
import { takeSide } from '../../commands/claims.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { contributeQuoteOn } from '../contribute/drafts.ts'
import { useMayContribute } from '../contribute/useMayContribute.ts'
import { countWords } from '../countWords.ts'
import panel from '../Panel.module.css'
import { PanelSection } from '../PanelSection.tsx'
import { AddQuote } from './AddQuote.tsx'
import { hasDraft } from './drafts.ts'
import { KIND_ICONS } from './KindChip.tsx'
import { QuoteItem } from './QuoteItem.tsx'
import styles from './quotes.module.css'
import { type Stance, StanceToggle } from './StanceToggle.tsx'
import { type Spoken, spokenOn } from './spokenOn.ts'

/** The groups in which quotes are shown. Each gets the same room at first, whatever it says about us. */
const GROUPS: readonly { kind: QuoteKind; title: string }[] = [
  { kind: 'did-not-work', title: 'Did not work' },
  { kind: 'worked', title: 'Worked' },
  { kind: 'wish', title: 'Wishes' },
  { kind: 'other', title: 'Other words' },
]
const SHOWN_FIRST = 3
const SHOWN_MORE = 40

/** What customers said at a touchpoint, in their own words. */
export function QuotesSection({ touchpoint }: { touchpoint: Touchpoint }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const mayContribute = useMayContribute()
  const map = useMap(view => view.map)
  const isFiltered = useView(({ filter }) => !isOpen(filter))
  const evidence = useMap(view => view.evidence)
  const spoken = useMemo(
    () => spokenOn(map, evidence.quotesOn(touchpoint.id), touchpoint.id),
    [map, evidence, touchpoint.id],
  )
  const [isAdding, setAdding] = useState(() => hasDraft(`${open.id}/${touchpoint.id}`))
  const [turn, setTurn] = useState(0)
  const customers = evidence.heard(touchpoint.id)
  const asked = useView(view => view.adding?.quoteTo === touchpoint.id)
  useEffect(() => {
    if (!asked) return
    open.view.setState({ adding: null })
    if (mayContribute) return contributeQuoteOn(open, touchpoint.id)
    setAdding(true)
    // The form takes the focus when it appears, so one that stands there already appears anew; its words are kept.
    setTurn(now => now + 1)
  }, [asked, mayContribute, open, touchpoint.id])
  return (
    <PanelSection
      title="What customers said"
      {...(spoken.length > 0
        ? { note: `${countWords(spoken.length, 'quote')} from ${countWords(customers, 'customer')}` }
        : {})}
      action={
        (mayContribute || (canEdit && !isAdding)) && (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus />}
            aria-label="Add a quote"
            onClick={() => (mayContribute ? contributeQuoteOn(open, touchpoint.id) : setAdding(true))}
          >
            Add
          </Button>
        )
      }
    >
      {isAdding && canEdit && <AddQuote key={turn} touchpoint={touchpoint.id} onDone={() => setAdding(false)} />}
      {spoken.length === 0 && !isAdding && (
        <p className={panel.hint}>
          {isFiltered ? 'None of the quotes that count now is about this.' : 'Nobody has spoken about this yet.'}
          {canEdit && ' Drag quotes here from the tray, or add one.'}
          {mayContribute && ' Add what you heard.'}
        </p>
      )}
      {GROUPS.map(({ kind, title }) => {
        const group = spoken.filter(({ quote, excerpt }) => (excerpt?.kind ?? quote.kind) === kind)
        return group.length > 0 && <Group key={kind} {...{ kind, title, touchpoint }} spoken={group} />
      })}
    </PanelSection>
  )
}

type GroupProps = { kind: QuoteKind; title: string; spoken: readonly Spoken[]; touchpoint: Touchpoint }

function Group({ kind, title, spoken, touchpoint }: GroupProps) {
  const open = useOpenMap()
  const evidence = useMap(view => view.evidence)
  const [shown, setShown] = useState(SHOWN_FIRST)
  const claim = evidence.assumptionAbout(touchpoint.id)?.id ?? null
  const sides = useMemo(() => {
    const pieces = claim === null ? [] : evidence.evidenceFor(claim)
    return new Map(pieces.map(piece => [piece.evidence.quote, piece.evidence.stance]))
  }, [evidence, claim])
  const rest = spoken.length - shown
  return (
    <section className={styles.group} aria-label={title}>
      <h4 className={styles.groupTitle}>
        {KIND_ICONS[kind]}
        {title}
        <span className={panel.count}>{spoken.length.toLocaleString('en-GB')}</span>
      </h4>
      <ul>
        {spoken.slice(0, shown).map(words => (
          <QuoteItem
            key={words.id}
            spoken={words}
            touchpoint={touchpoint.id}
            pinned={touchpoint.pinnedQuote === words.id}
          >
            {claim !== null && (
              <StanceToggle
                claim="our assumption"
                value={sides.get(words.id) ?? null}
                onChange={(stance: Stance | null) => takeSide(open, claim, words.id, stance)}
              />
            )}
          </QuoteItem>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="quiet" size="small" onClick={() => setShown(shown + SHOWN_MORE)}>
          {rest > SHOWN_MORE ? `Show ${SHOWN_MORE} more of ${rest.toLocaleString('en-GB')}` : `Show ${rest} more`}
        </Button>
      )}
    </section>
  )
}
