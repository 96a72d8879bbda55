import Quote from 'lucide-react/icons/quote'
import StickyNote from 'lucide-react/icons/sticky-note'
import { lookUp } from '../../store/lookUp.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './contribute.module.css'
import { useDraft } from './drafts.ts'

/** The two things that somebody who does not edit adds to a map, and the way to what they added. */
export function ContributeBar({ count }: { count: number }) {
  const open = useOpenMap()
  const quote = useDraft(open.id, 'quote')
  const note = useDraft(open.id, 'note')

  const addQuote = () => {
    const [selected] = open.view.getState().selected
    const card = lookUp(open.map.getState().map.touchpoints, selected)
    // Words that were begun stay where they were meant for.
    if (card && (!quote.begun || quote.draft.touchpoint === '')) quote.change({ touchpoint: card.id })
    open.view.setState({ contributing: 'quote' })
  }
  return (
    <div className={styles.buttons} role="toolbar" aria-label="Add to the map">
      <Button data-contribute="quote" variant="primary" size="large" icon={<Quote />} onClick={addQuote}>
        {quote.begun ? 'Go on with your quote' : 'Add a quote'}
      </Button>
      <Button
        data-contribute="note"
        size="large"
        icon={<StickyNote />}
        onClick={() => open.view.setState({ contributing: 'note' })}
      >
        {note.begun ? 'Go on with your note' : 'Add a note'}
      </Button>
      <Button
        data-contribute="mine"
        variant="quiet"
        size="large"
        aria-label={count > 0 ? `Mine: ${count}` : 'Mine'}
        onClick={() => open.view.setState({ contributing: 'mine' })}
      >
        Mine
        {count > 0 && <span className={styles.count}>{count}</span>}
      </Button>
    </div>
  )
}
