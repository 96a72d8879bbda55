import { useMemo, useState } from 'react'
import { KINDS, type Quote } from '#shared/model/kinds.ts'
import type { Closeness } from '#shared/model/similar/groupSimilar.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { countWords } from '../countWords.ts'
import known from '../known/known.module.css'
import { dismiss, dismissedOn } from './dismissed.ts'
import { type ShownTheme, shownThemes } from './shownThemes.ts'
import { ThemeDetail } from './ThemeDetail.tsx'
import { ThemeList } from './ThemeList.tsx'
import styles from './themes.module.css'
import { type ThemesState, useThemes } from './useThemes.ts'

const CLOSENESS: { value: Closeness; label: string }[] = [
  { value: 'loose', label: 'A little: fewer shared words, for long texts' },
  { value: 'close', label: 'Clearly' },
  { value: 'closest', label: 'Very: nearly the same words' },
]

export type ThemesProps = {
  /** The touchpoint among whose quotes themes are looked for; null: among all that count. */
  on: string | null
  /** Looks among all of them instead. */
  onAll(): void
}

/** Quotes that say similar things, as suggestions: what becomes of them a person decides. */
export function Themes({ on, onAll }: ThemesProps) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const touchpoint = lookUp(map.touchpoints, on)
  const [closeness, setCloseness] = useState<Closeness>('close')
  const { state, look, stop } = useThemes(closeness, touchpoint?.id ?? null)
  const [onlyUnplaced, setOnlyUnplaced] = useState(false)
  const [dismissed, setDismissed] = useState(() => dismissedOn(open.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const isUnplaced = onlyUnplaced && touchpoint === undefined

  const themes = useMemo((): readonly ShownTheme[] => {
    if (state.is !== 'found') return []
    const counted = isUnplaced ? evidence.unplaced() : evidence.spoken()
    const quotes = new Map<string, Quote>(counted.map(quote => [quote.id, quote]))
    const customers = new Map(map.customers.map(customer => [customer.id, customer]))
    return shownThemes(state.themes, { quotes, customers, dismissed: key => dismissed.has(key) })
  }, [state, isUnplaced, dismissed, map.customers, evidence])
  const theme = themes.find(({ key }) => key === chosen) ?? themes[0]

  const setDismiss = (key: string, isDismissed: boolean) => {
    dismiss(open.id, key, isDismissed)
    setDismissed(dismissedOn(open.id))
  }
  return (
    <div className={known.part}>
      <div className={known.lead}>
        <p className={known.quiet}>
          Quotes that share telling words, grouped in this browser. Only suggestions: nothing changes before you say so.
        </p>
        <div className={styles.tools}>
          {state.is === 'found' && (
            <p className={styles.note} role="status">
              {readWords(state)}
            </p>
          )}
          {state.is === 'looking' ? <Button onClick={stop}>Stop</Button> : <Button onClick={look}>Look again</Button>}
        </div>
      </div>
      {touchpoint && (
        <p className={styles.scope}>
          <span dir="auto">Only what was said on “{KINDS.touchpoints.title(touchpoint)}”</span>
          <Button size="small" onClick={onAll}>
            Look at all quotes
          </Button>
        </p>
      )}
      {state.is === 'looking' && (
        <div className={styles.looking}>
          <Progress label="Comparing the quotes" value={state.part} />
        </div>
      )}
      {state.is === 'stopped' && <EmptyState>Stopped. Nothing was changed.</EmptyState>}
      {state.is === 'failed' && (
        <EmptyState>
          The quotes could not be compared in this browser. It may lack memory; filter them first.
        </EmptyState>
      )}
      {state.is === 'found' && (
        <>
          <div className={styles.options}>
            <Select<Closeness>
              label="How alike they are"
              options={CLOSENESS}
              value={closeness}
              onChange={setCloseness}
            />
            {!touchpoint && (
              <Switch checked={onlyUnplaced} onChange={setOnlyUnplaced}>
                Only quotes without a place
              </Switch>
            )}
          </div>
          {theme ? (
            <div className={styles.sides}>
              <ThemeList themes={themes} chosen={theme.key} onChoose={setChosen} />
              <ThemeDetail
                key={theme.key}
                theme={theme}
                onDismiss={() => setDismiss(theme.key, true)}
                onBack={() => setDismiss(theme.key, false)}
              />
            </div>
          ) : (
            <EmptyState>{noneWords(state, isUnplaced)}</EmptyState>
          )}
        </>
      )}
    </div>
  )
}

/** What was compared, and that not everything could be. */
function readWords({ read, unreadable }: ThemesState & { is: 'found' }): string {
  const all = `${countWords(read, 'quote')} compared.`
  return unreadable === 0 ? all : `${all} In ${unreadable.toLocaleString('en-GB')} no words could be told apart.`
}

function noneWords({ read, unreadable }: ThemesState & { is: 'found' }, onlyUnplaced: boolean): string {
  if (read === 0) return 'There are no quotes yet.'
  if (unreadable === read) return 'In none of these quotes words could be told apart in this browser.'
  return onlyUnplaced
    ? 'No three quotes without a place, of two customers, share telling words.'
    : 'No three quotes of two customers share telling words.'
}
