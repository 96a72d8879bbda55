import BookOpen from 'lucide-react/icons/book-open-text'
import Inbox from 'lucide-react/icons/inbox'
import MapPin from 'lucide-react/icons/map-pin'
import Scale from 'lucide-react/icons/scale'
import Trash from 'lucide-react/icons/trash-2'
import type { Quote } from '#shared/model/kinds.ts'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { readQuote } from '../../commands/reading.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Later, later } from '../../ui/Later.tsx'
import { QuoteMeta } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import styles from './tray.module.css'

/** Compares quotes, for which it has a worker of its own. */
const PlaceHint = later(async () => (await import('../themes/PlaceHint.tsx')).PlaceHint)

export type TrayFootProps = { chosen: readonly Quote[]; onPlace(): void; onWeigh(): void; onRemove(): void }

/** The chosen quote in full, or how many are chosen, and what can be done with them. */
export function TrayFoot({ chosen, onPlace, onWeigh, onRemove }: TrayFootProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [only] = chosen
  if (!only) return null
  const placed = chosen.filter(quote => quote.touchpoint !== null)
  return (
    <section className={styles.foot} aria-label="Chosen quotes">
      {chosen.length === 1 ? (
        <div className={styles.reading}>
          <QuoteWords
            key={only.id}
            text={only.text}
            recalled={only.how === 'recalled'}
            most={600}
            onRead={() => readQuote(open, only.id)}
          />
          <QuoteMeta quote={only} />
          {canEdit && only.touchpoint === null && only.about === null && (
            <Later part={PlaceHint} props={{ quote: only }} />
          )}
          <WhereSaid quote={only} />
        </div>
      ) : (
        <p>{chosen.length.toLocaleString('en-GB')} quotes chosen</p>
      )}
      {canEdit && (
        <div className={styles.buttons}>
          <Button size="small" variant="primary" icon={<MapPin />} onClick={onPlace}>
            Place on…
          </Button>
          <Button size="small" icon={<Scale />} onClick={onWeigh}>
            Evidence for…
          </Button>
          {placed.length > 0 && (
            <Button
              size="small"
              icon={<Inbox />}
              onClick={() =>
                placeQuotes(
                  open,
                  placed.map(quote => quote.id),
                  null,
                )
              }
            >
              Back in the tray
            </Button>
          )}
          {chosen.length === 1 && (
            <IconButton label="Read in full, make excerpts" size="small" onClick={() => readQuote(open, only.id)}>
              <BookOpen />
            </IconButton>
          )}
          <IconButton
            label={chosen.length === 1 ? 'Delete this quote' : 'Delete these quotes'}
            size="small"
            variant="danger"
            onClick={onRemove}
          >
            <Trash />
          </IconButton>
        </div>
      )}
    </section>
  )
}
