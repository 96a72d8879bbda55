import { useMemo } from 'react'
import type { Quote, Source } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { lookUp } from '../lookUp.ts'
import { dayWords, HOW_WORDS } from '../quotes/quoteWords.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'
import styles from './known.module.css'

/** Where words were said: the source with its method and days, how many were asked, and the place in it. */
export function SaidAt({ quote }: { quote: Quote }) {
  const map = useMap(view => view.map)
  const source = lookUp(map.sources, quote.source)
  const answered = useMemo(() => {
    if (!source) return 0
    const from = spokenQuotes(map).filter(other => other.source === source.id && other.customer !== null)
    return new Set(from.map(({ customer }) => customer)).size
  }, [map, source])
  const facts: (readonly [string, string])[] = [
    ['Source', source ? source.name || 'Unnamed source' : 'Not said'],
    ['Method', source?.method ?? ''],
    ['Collected', source ? days(source) : ''],
    ['Collected by', source?.collectedBy ?? ''],
    ['Answered', source?.asked ? `${number(answered)} of ${number(source.asked)} asked` : ''],
    ['Asked', quote.prompt],
    ['Reached us', HOW_WORDS[quote.how].toLowerCase()],
    ['Reference', quote.ref],
    ...Object.entries(quote.row).map(([name, value]) => [name, String(value ?? '')] as const),
  ]
  return (
    <dl className={styles.source}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function days({ from, to }: Source): string {
  if (from !== null && to !== null) return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`
  return from !== null ? `since ${dayWords(from)}` : to !== null ? `until ${dayWords(to)}` : ''
}

function number(count: number): string {
  return count.toLocaleString('en-GB')
}
