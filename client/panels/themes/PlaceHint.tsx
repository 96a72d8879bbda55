import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useEffect, useEffectEvent, useState } from 'react'
import { KINDS, type Quote } from '#shared/model/kinds.ts'
import type { PlaceSuggestion } from '#shared/model/similar/suggestPlaces.ts'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { command } from '../../commands/registry.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import { dismiss, dismissedOn } from './dismissed.ts'
import { similarFinder } from './SimilarFinder.ts'
import styles from './themes.module.css'

/** Milliseconds that a quote is looked at before anything is suggested for it: who goes through a list wants no help. */
const PATIENCE = 250

/** Where an unplaced quote may belong, with the reason; accepted by its button or by `y` while the list has the keyboard. */
export function PlaceHint({ quote }: { quote: Quote }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const quotes = useMap(view => view.evidence).spoken()
  const [found, setFound] = useState<{ quote: string; suggestion: PlaceSuggestion | null } | null>(null)
  const [dismissed, setDismissed] = useState(() => dismissedOn(open.id))
  useEffect(() => {
    let left = false
    const patience = setTimeout(() => {
      similarFinder.place(quotes, quote.id).then(
        suggestion => left || setFound({ quote: quote.id, suggestion }),
        () => {},
      )
    }, PATIENCE)
    return () => {
      left = true
      clearTimeout(patience)
    }
  }, [quotes, quote.id])

  const suggestion = found?.quote === quote.id ? found.suggestion : null
  const touchpoint = lookUp(map.touchpoints, suggestion?.place ?? null)
  const key = `${quote.id} ${suggestion?.place}`
  const isShown = touchpoint !== undefined && !dismissed.has(key)
  const accept = () => {
    if (!touchpoint) return
    placeQuotes(open, [quote.id], touchpoint.id)
    const undo = { label: 'Undo', onPress: () => command('undo').run(open) }
    toast(`1 quote placed on “${KINDS.touchpoints.title(touchpoint)}”.`, { id: 'placed', action: undo })
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isListed = event.target instanceof Element && event.target.getAttribute('role') === 'listbox'
    if (!isShown || !isListed || event.key !== 'y' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    accept()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen, { capture: true })
    return () => document.removeEventListener('keydown', listen, { capture: true })
  }, [])
  if (!isShown || !suggestion) return null
  const name = KINDS.touchpoints.title(touchpoint)
  return (
    <div className={styles.suggestion} role="status">
      <p>
        Perhaps on “{name}”
        <br />
        <span className={styles.why}>
          {countWords(suggestion.quotes.length, 'similar quote')} {suggestion.quotes.length === 1 ? 'lies' : 'lie'}{' '}
          there; shared words: {suggestion.words.join(', ')}
        </span>
      </p>
      <div className={styles.buttons}>
        <IconButton label={`Place it on “${name}”`} shortcut="Y" size="small" onClick={accept}>
          <Check />
        </IconButton>
        <IconButton
          label="Not there"
          size="small"
          onClick={() => {
            dismiss(open.id, key)
            setDismissed(dismissedOn(open.id))
          }}
        >
          <X />
        </IconButton>
      </div>
    </div>
  )
}
