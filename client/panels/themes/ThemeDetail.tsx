import MapPin from 'lucide-react/icons/map-pin'
import { useMemo, useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import { readMe } from '../../api/me.ts'
import { placeQuotes } from '../../commands/placeQuotes.ts'
import { readQuote } from '../../commands/reading.ts'
import { command } from '../../commands/registry.ts'
import { claimFromTheme, mainPlace, type ThemeClaim } from '../../commands/themes.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { countWords } from '../countWords.ts'
import { PlaceOn } from '../PlaceOn.tsx'
import { QuoteSource } from '../quotes/QuoteMeta.tsx'
import { QuoteWords } from '../quotes/QuoteWords.tsx'
import { WhereSaid } from '../quotes/WhereSaid.tsx'
import type { ShownTheme } from './shownThemes.ts'
import styles from './themes.module.css'

/** Quotes that are drawn at first; somebody who wants more reads on. */
const FIRST = 30
/** UTF-16 code units after which a quote is folded here. */
const SHORT = 240

const CLAIMS: readonly { into: ThemeClaim; words: string; made: string }[] = [
  { into: 'painPoint', words: 'Make a pain point', made: 'a pain point' },
  { into: 'opportunity', words: 'Make an opportunity', made: 'an opportunity' },
  { into: 'assumption', words: 'Make an assumption', made: 'an assumption' },
]

export type ThemeDetailProps = { theme: ShownTheme; onDismiss(): void; onBack(): void }

/** One theme: its quotes, each of which can be left out, and what can be made of them. */
export function ThemeDetail({ theme, onDismiss, onBack }: ThemeDetailProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const [title, setTitle] = useState('')
  const [shown, setShown] = useState(FIRST)
  const [isPlacing, setPlacing] = useState(false)
  const ids = useMemo(() => theme.quotes.map(({ id }) => id).filter(id => !without.has(id)), [theme.quotes, without])
  const place = lookUp(map.touchpoints, mainPlace(map, new Set(ids)))
  const many = countWords(ids.length, 'quote')
  const [done, setDone] = useState<string | null>(null)

  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(without)
    if (isIn) next.delete(id)
    else next.add(id)
    setWithout(next)
  }
  const make = (into: ThemeClaim, made: string) => {
    claimFromTheme(open, into, { words: title, quotes: ids, author: readMe()?.name ?? '' })
    setDone(`“${title.trim()}” is ${made} now, with ${many} behind it.`)
    setTitle('')
  }
  const placeAll = (touchpoint: string) => {
    placeQuotes(open, ids, touchpoint)
    const on = lookUp(map.touchpoints, touchpoint)
    setDone(`${many} placed on “${on ? KINDS.touchpoints.title(on) : 'the map'}”.`)
  }
  return (
    <section className={styles.detail} aria-label={`Theme: ${theme.words.join(', ')}`}>
      {canEdit && (
        <div className={styles.making}>
          <TextField
            label="What they say, in your words"
            value={title}
            maxLength={TITLE}
            placeholder={`About ${theme.words.join(', ')}`}
            onChange={setTitle}
            hint={place ? `Most of them lie on “${KINDS.touchpoints.title(place)}”, and so will it.` : undefined}
          />
          <div className={styles.buttons}>
            {CLAIMS.map(({ into, words, made }) => (
              <Button
                key={into}
                size="small"
                disabled={title.trim() === '' || ids.length === 0}
                onClick={() => make(into, made)}
              >
                {words}
              </Button>
            ))}
            <Button size="small" icon={<MapPin />} disabled={ids.length === 0} onClick={() => setPlacing(true)}>
              Place {ids.length === theme.quotes.length ? 'all' : many} on…
            </Button>
            <Button size="small" variant="quiet" onClick={theme.isDismissed ? onBack : onDismiss}>
              {theme.isDismissed ? 'It is a theme' : 'No theme'}
            </Button>
          </div>
        </div>
      )}
      {done !== null && (
        <p className={styles.made} role="status">
          {done}
          <Button
            size="small"
            onClick={() => {
              command('undo').run(open)
              setDone(null)
            }}
          >
            Undo
          </Button>
        </p>
      )}
      <ul className={styles.quotes}>
        {theme.quotes.slice(0, shown).map(quote => (
          <li key={quote.id} className={styles.quote}>
            {canEdit && (
              <Checkbox checked={!without.has(quote.id)} onChange={isIn => toggle(quote.id, isIn)}>
                <span className={styles.hidden}>Take this quote along</span>
              </Checkbox>
            )}
            <div>
              <QuoteWords
                text={quote.text}
                recalled={quote.how === 'recalled'}
                most={SHORT}
                onRead={() => readQuote(open, quote.id)}
              />
              <QuoteSource quote={quote} />
              <WhereSaid quote={quote} />
            </div>
          </li>
        ))}
      </ul>
      {theme.quotes.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 100)}>
          Show more of {countWords(theme.quotes.length, 'quote')}
        </Button>
      )}
      {isPlacing && <PlaceOn title={`Place ${many} on…`} onPlace={placeAll} onClose={() => setPlacing(false)} />}
    </section>
  )
}
