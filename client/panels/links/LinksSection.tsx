import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { memo, useState } from 'react'
import { remove } from '../../commands/remove.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PanelSection } from '../PanelSection.tsx'
import { LinkTo } from './LinkTo.tsx'
import styles from './links.module.css'
import { useLinksOf } from './useLinksOf.ts'

/** The arrows of a touchpoint or a note: to read, to open, to add and to take away without a pointer. */
export const LinksSection = memo(function LinksSection({ card }: { card: string }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const links = useLinksOf(card)
  const [isLinking, setLinking] = useState(false)
  if (links.length === 0 && !canEdit) return null
  return (
    <PanelSection
      title="Links"
      {...(links.length > 0 ? { count: links.length } : {})}
      action={
        canEdit && (
          <Button variant="quiet" size="small" icon={<Plus />} aria-label="Add a link" onClick={() => setLinking(true)}>
            Add
          </Button>
        )
      }
    >
      {links.length > 0 && (
        <ul>
          {links.map(({ link, leaves, title }) => (
            <li key={link.id} className={styles.row}>
              <button type="button" className={styles.link} onClick={() => open.view.setState({ selected: [link.id] })}>
                {leaves ? <ArrowRight role="img" aria-label="To" /> : <ArrowLeft role="img" aria-label="From" />}
                <span className={styles.title} dir="auto">
                  {title}
                </span>
                {link.label && <span className={styles.label}>{link.label}</span>}
              </button>
              {canEdit && (
                <IconButton
                  label={`Remove the link ${leaves ? 'to' : 'from'} “${title}”`}
                  size="small"
                  onClick={() => remove(open, 'links', [link.id])}
                >
                  <X />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {isLinking && <LinkTo card={card} onClose={() => setLinking(false)} />}
    </PanelSection>
  )
})
