import BookOpen from 'lucide-react/icons/book-open-text'
import Ellipsis from 'lucide-react/icons/ellipsis'
import EyeOff from 'lucide-react/icons/eye-off'
import Inbox from 'lucide-react/icons/inbox'
import Move from 'lucide-react/icons/move'
import Pencil from 'lucide-react/icons/pencil'
import Pin from 'lucide-react/icons/pin'
import PinOff from 'lucide-react/icons/pin-off'
import Scale from 'lucide-react/icons/scale'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { placeExcerpt } from '../../commands/excerpts.ts'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { readQuote } from '../../commands/reading.ts'
import { remove } from '../../commands/remove.ts'
import { changeTouchpoint } from '../../commands/touchpoints.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { PlaceOn } from '../PlaceOn.tsx'
import { EvidenceFor } from '../pains/EvidenceFor.tsx'
import styles from './quotes.module.css'
import type { Spoken } from './spokenOn.ts'

export type QuoteMenuProps = { spoken: Spoken; touchpoint: string; pinned: boolean; onEdit(): void; onBlackOut(): void }

/** What can be done with a quote that lies on a touchpoint. Its words can't be changed. */
export function QuoteMenu({ spoken: { id, quote, excerpt }, touchpoint, pinned, onEdit, onBlackOut }: QuoteMenuProps) {
  const open = useOpenMap()
  const [isPlacing, setPlacing] = useState(false)
  const [isWeighing, setWeighing] = useState(false)
  const place = (to: string | null) =>
    excerpt ? placeExcerpt(open, excerpt.id, to) : placeQuotes(open, [quote.id], to)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label="More about this quote" size="small" className={styles.menu}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem
          icon={pinned ? <PinOff /> : <Pin />}
          onSelect={() => changeTouchpoint(open, touchpoint, { pinnedQuote: pinned ? null : id })}
        >
          {pinned ? 'Unpin from the card' : 'Pin to the card'}
        </MenuItem>
        <MenuItem icon={<Pencil />} onSelect={onEdit}>
          Edit details
        </MenuItem>
        <MenuItem icon={<BookOpen />} onSelect={() => readQuote(open, quote.id, excerpt?.id)}>
          {excerpt ? 'Read in full, change the excerpt' : 'Read in full, make excerpts'}
        </MenuItem>
        <MenuItem icon={<EyeOff />} onSelect={onBlackOut}>
          Black out words…
        </MenuItem>
        <MenuItem icon={<Scale />} onSelect={() => setWeighing(true)}>
          Evidence for a pain point…
        </MenuItem>
        <MenuItem icon={<Move />} onSelect={() => setPlacing(true)}>
          Move to another touchpoint…
        </MenuItem>
        <MenuItem icon={<Inbox />} onSelect={() => place(null)}>
          Put back in the tray
        </MenuItem>
        <MenuLine />
        <MenuItem
          icon={<Trash />}
          danger
          onSelect={() => (excerpt ? remove(open, 'excerpts', [excerpt.id]) : remove(open, 'quotes', [quote.id]))}
        >
          {excerpt ? 'Delete this excerpt' : 'Delete'}
        </MenuItem>
      </Menu>
      {isPlacing && <PlaceOn title="Move this quote to…" onPlace={place} onClose={() => setPlacing(false)} />}
      {isWeighing && <EvidenceFor quotes={[id]} touchpoint={touchpoint} onClose={() => setWeighing(false)} />}
    </>
  )
}
