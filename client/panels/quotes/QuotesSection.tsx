import Group from 'lucide-react/icons/group'
import Plus from 'lucide-react/icons/plus'
import { memo, useEffect, useMemo, useState } from 'react'
import { isOpen } from '#shared/model/evidence/filter.ts'
import { takeSide } from '../../commands/claims.ts'
import { placeExcerpt } from '../../commands/excerpts.ts'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { readQuote } from '../../commands/reading.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { contributeQuoteOn } from '../contribute/drafts.ts'
import { useMayContribute } from '../contribute/useMayContribute.ts'
import { countWords } from '../countWords.ts'
import { ArrangeBar } from '../lists/ArrangeBar.tsx'
import { useArrangement } from '../lists/arrangement.ts'
import { WordsList } from '../lists/WordsList.tsx'
import panel from '../Panel.module.css'
import { PanelSection } from '../PanelSection.tsx'
import { PlaceOn } from '../PlaceOn.tsx'
import { AddQuote } from './AddQuote.tsx'
import { hasDraft } from './drafts.ts'
import { QuoteItem } from './QuoteItem.tsx'
import styles from './quotes.module.css'
import { type Stance, StanceToggle } from './StanceToggle.tsx'
import { type Spoken, spokenOn } from './spokenOn.ts'

/** What each group shows until somebody asks, so that all get the same room, whatever they say about us. */
const SHOWN_FIRST = 3
/** Fewer words than this are read as they stand. */
const FEW = 6

/** What customers said at a touchpoint, in their own words. */
export const QuotesSection = memo(function QuotesSection({
  touchpoint,
  pinned,
}: {
  touchpoint: string
  pinned: string | null
}) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const mayContribute = useMayContribute()
  const isFiltered = useView(({ filter }) => !isOpen(filter))
  const evidence = useMap(view => view.evidence)
  const spoken = useMemo(() => spokenOn(evidence, touchpoint), [evidence, touchpoint])
  const [isAdding, setAdding] = useState(() => hasDraft(`${open.id}/${touchpoint}`))
  const [turn, setTurn] = useState(0)
  const customers = evidence.heard(touchpoint)
  const asked = useView(view => view.adding?.quoteTo === touchpoint)
  useEffect(() => {
    if (!asked) return
    open.view.setState({ adding: null })
    if (mayContribute) return contributeQuoteOn(open, touchpoint)
    setAdding(true)
    // The form takes the focus when it appears, so one that stands there already appears anew; its words are kept.
    setTurn(now => now + 1)
  }, [asked, mayContribute, open, touchpoint])
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
            onClick={() => (mayContribute ? contributeQuoteOn(open, touchpoint) : setAdding(true))}
          >
            Add
          </Button>
        )
      }
    >
      {isAdding && canEdit && <AddQuote key={turn} touchpoint={touchpoint} onDone={() => setAdding(false)} />}
      {spoken.length === 0 && !isAdding && (
        <p className={panel.hint}>
          {isFiltered ? 'None of the quotes that count now is about this.' : 'Nobody has spoken about this yet.'}
          {canEdit && ' Drag quotes here from the tray, or add one.'}
          {mayContribute && ' Add what you heard.'}
        </p>
      )}
      {spoken.length > 0 && <Said touchpoint={touchpoint} pinned={pinned} spoken={spoken} />}
    </PanelSection>
  )
})

/** The words themselves, however many, to be read and placed with the keyboard too. */
function Said({
  touchpoint,
  pinned,
  spoken,
}: {
  touchpoint: string
  pinned: string | null
  spoken: readonly Spoken[]
}) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const evidence = useMap(view => view.evidence)
  const { sort, by } = useArrangement('inspector')
  const [moving, setMoving] = useState<Spoken | null>(null)
  const claim = evidence.assumptionAbout(touchpoint)?.id ?? null
  const sides = useMemo(() => {
    const pieces = claim === null ? [] : evidence.evidenceFor(claim)
    return new Map(pieces.map(piece => [piece.evidence.quote, piece.evidence.stance]))
  }, [evidence, claim])
  const take = (id: string, stance: Stance | null) => claim !== null && takeSide(open, claim, id, stance)
  const press = ({ id, quote, excerpt, ...rest }: Spoken, key: string): boolean => {
    const stance = { '+': 'supports', '-': 'contradicts' } as const
    if (key === 'Enter') readQuote(open, quote.id, excerpt?.id)
    else if (!canEdit) return false
    else if (key === 'm') setMoving({ id, quote, excerpt, ...rest })
    else if ((key === '+' || key === '-') && claim !== null)
      take(id, sides.get(id) === stance[key] ? null : stance[key])
    else return false
    return true
  }
  const place = (to: string) => {
    if (moving?.excerpt) placeExcerpt(open, moving.excerpt.id, to)
    else if (moving) placeQuotes(open, [moving.quote.id], to)
  }
  return (
    <>
      {spoken.length >= FEW && (
        <div className={styles.tools}>
          <ArrangeBar place="inspector" />
          <Button
            size="small"
            variant="quiet"
            icon={<Group />}
            className={styles.similar ?? ''}
            onClick={() => open.view.setState({ dialog: 'known', knownAt: { part: 'themes', on: touchpoint } })}
          >
            Group similar quotes
          </Button>
          <p className={styles.keysHint}>
            Arrows move, Enter reads in full{canEdit && `, M moves${claim === null ? '' : ', + and − take sides'}`}
          </p>
        </div>
      )}
      <WordsList
        key={by}
        label="What customers said"
        words={spoken}
        sort={sort}
        by={by}
        first={by === 'none' ? null : SHOWN_FIRST}
        onKey={press}
        draw={words => (
          <QuoteItem spoken={words} touchpoint={touchpoint} pinned={pinned === words.id}>
            {claim !== null && (
              <StanceToggle
                claim="our assumption"
                value={sides.get(words.id) ?? null}
                onChange={stance => take(words.id, stance)}
              />
            )}
          </QuoteItem>
        )}
      />
      {moving && <PlaceOn title="Move this quote to…" onPlace={place} onClose={() => setMoving(null)} />}
    </>
  )
}
