import { useMemo } from 'react'
import { heardFrom } from '#shared/model/evidence/heardFrom.ts'
import type { Quote } from '#shared/model/kinds.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { askedWords } from '../sources/askedWords.ts'
import { sourceDays } from '../sources/sourceDays.ts'
import styles from './quotes.module.css'
import { HOW_WORDS } from './quoteWords.ts'

/** Where words were said: the source with its method and days, how many were asked, and the place in it. */
export function SaidAt({ quote }: { quote: Quote }) {
  const map = useMap(view => view.map)
  const source = lookUp(map.sources, quote.source)
  const asked = useMemo(() => source && askedWords(source, heardFrom(map).get(source.id) ?? 0), [map, source])
  const facts: (readonly [string, string])[] = [
    ['Source', source ? source.name || 'Unnamed source' : 'Not said'],
    ['Method', source?.method ?? ''],
    ['Collected', source ? sourceDays(source) : ''],
    ['Collected by', source?.collectedBy ?? ''],
    ['Answered', asked ?? ''],
    ['Asked', quote.prompt],
    ['Reached us', HOW_WORDS[quote.how].toLowerCase()],
    ['Reference', quote.ref],
    ['Row of the file', quote.line === null ? '' : quote.line.toLocaleString('en-GB')],
    // Typed by hand, or imported before rows were kept.
    ['Row or minute', quote.line === null && quote.ref === '' ? 'unknown' : ''],
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
