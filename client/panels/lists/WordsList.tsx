import { type ReactNode, useMemo, useState } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { countWords } from '../countWords.ts'
import { KIND_ICONS } from '../quotes/KindChip.tsx'
import { type Group, type Grouping, grouped, type Listed, type Sort, sorted } from './arrange.ts'
import styles from './lists.module.css'
import { type ListRow, VirtualList } from './VirtualList.tsx'

/** CSS px of a row before it is drawn: what stands around its words, a line, and how many letters a line holds. */
const AROUND = 84
const LINE = 22
const LETTERS = 44
/** UTF-16 code units after which words are folded. */
const FOLDED = 420
const HEADING = 44

type Row<T extends Listed> = ListRow &
  (
    | { readonly is: 'heading'; readonly group: Group<T> }
    | { readonly is: 'words'; readonly words: T }
    | { readonly is: 'more'; readonly group: Group<T>; readonly isOpen: boolean }
  )

export type WordsListProps<T extends Listed> = {
  words: readonly T[]
  sort: Sort
  by: Grouping
  /** How many words each group shows until somebody asks, so that all get the same room; null: all of them. */
  first: number | null
  label: string
  draw(words: T): ReactNode
  /** A key that was pressed on words; answers whether it meant something. */
  onKey?(words: T, key: string): boolean
}

/** Any number of quotes and excerpts, in order and put together as somebody asked for. */
export function WordsList<T extends Listed>({ words, sort, by, first, label, draw, onKey }: WordsListProps<T>) {
  const customers = useMap(({ map }) => map.customers)
  const personas = useMap(({ map }) => map.personas)
  const sources = useMap(({ map }) => map.sources)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(
    () => grouped(sorted(words, sort, { sources }), by, { customers, personas, sources }),
    [words, sort, by, customers, personas, sources],
  )
  const rows = useMemo(() => groups.flatMap(group => rowsOf(group, by, first, opened)), [groups, by, first, opened])
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  return (
    <VirtualList<Row<T>>
      label={label}
      rows={rows}
      estimate={estimate}
      draw={row => {
        if (row.is === 'words') return draw(row.words)
        if (row.is === 'heading') return <Heading group={row.group} by={by} />
        return (
          <button type="button" className={styles.more} aria-expanded={row.isOpen} onClick={() => toggle(row.group.id)}>
            {row.isOpen ? 'Show fewer' : `Show all ${row.group.words.length.toLocaleString('en-GB')}`}
            <span className={styles.hidden}> {row.group.title}</span>
          </button>
        )
      }}
      onKey={(row, key) => row.is === 'words' && (onKey?.(row.words, key) ?? false)}
    />
  )
}

function Heading({ group: { id, title, words, customers }, by }: { group: Group; by: Grouping }) {
  const counts = [countWords(words.length, 'quote'), ...(customers > 1 ? [countWords(customers, 'customer')] : [])]
  return (
    <h4 className={styles.heading}>
      {by === 'kind' && KIND_ICONS[id as keyof typeof KIND_ICONS]}
      <span dir="auto">{title}</span>
      <span className={styles.count}>{counts.join(', ')}</span>
    </h4>
  )
}

function rowsOf<T extends Listed>(
  group: Group<T>,
  by: Grouping,
  first: number | null,
  opened: ReadonlySet<string>,
): Row<T>[] {
  const { id, words } = group
  // One more is no more than what asks for it.
  const isLong = first !== null && words.length > first + 1
  const isOpen = !isLong || opened.has(id)
  const shown = isOpen ? words : words.slice(0, first)
  return [
    ...(by === 'none' ? [] : [{ is: 'heading', id: `heading ${id}`, isStop: false, group } as const]),
    ...shown.map(one => ({ is: 'words', id: one.id, isStop: true, words: one }) as const),
    ...(isLong ? [{ is: 'more', id: `more ${id}`, isStop: false, group, isOpen } as const] : []),
  ]
}

function estimate(row: Row<Listed>): number {
  if (row.is !== 'words') return HEADING
  return AROUND + LINE * Math.ceil(Math.min(row.words.text.length + 2, FOLDED) / LETTERS)
}
