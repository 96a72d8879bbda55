import { useDeferredValue, useMemo, useState } from 'react'
import { comparedSide, compareSides } from '#shared/model/evidence/compare.ts'
import { isOpen, NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { useMap, useView } from '../../store/MapContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Elsewhere, useKnown } from '../known/Known.ts'
import known from '../known/known.module.css'
import { useToday } from '../useToday.ts'
import { ComparedCurves } from './ComparedCurves.tsx'
import { ComparedTable } from './ComparedTable.tsx'
import styles from './compare.module.css'
import { differenceWords, widest } from './compareWords.ts'
import type { OnReadSide } from './onReadSide.ts'
import { readMap } from './otherMap.ts'
import { SideChoice } from './SideChoice.tsx'
import { type Chosen, filterFor, firstSides, sideWords } from './sides.ts'

/** Two personas, two spans of time, or this map and another one, side by side: who was heard, and how it felt. */
export function Compare() {
  const { read } = useKnown()
  const today = useToday()
  const map = useMap(view => view.map)
  const filter = useView(view => view.filter)
  const [sides, setSides] = useState(() => firstSides(map, today))
  const change = (at: 0 | 1) => (next: Chosen | ((before: Chosen) => Chosen)) =>
    setSides(([a, b]) => {
      const to = typeof next === 'function' ? next(at === 0 ? a : b) : next
      return at === 0 ? [to, b] : [a, to]
    })
  const [first, second] = useDeferredValue(sides)
  const a = useMemo(() => sideOf(first, map, filter, today), [first, map, filter, today])
  const b = useMemo(() => sideOf(second, map, filter, today), [second, map, filter, today])
  const stages = useMemo(() => (a && b ? compareSides(a, b) : null), [a, b])
  const names = [sideWords(first, map), sideWords(second, map)] as const
  const most = stages && widest(stages)
  const onRead: OnReadSide = (at, title, behind) => {
    const chosen = at === 0 ? first : second
    const place = behind.of === 'feeling' && chosen.of !== 'map' && chosen.of !== 'file' ? behind.touchpoint : null
    const from = elsewhere(chosen, filter)
    if (from) read({ title: `${title}, ${names[at]}`, behind, place }, from)
  }
  const isOther = sides.some(({ of }) => of === 'map' || of === 'file')
  const drop = (file: File | undefined) => {
    if (!file) return
    const wish: Chosen = { of: 'file', name: file.name, read: null }
    change(1)(wish)
    void readMap(file).then(read => change(1)(now => (now === wish ? { ...wish, read } : now)))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file is chosen by key in the choice of each side
    <div
      className={known.part}
      onDragOver={event => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={event => {
        event.preventDefault()
        // The map behind this view would take it in.
        event.stopPropagation()
        drop(event.dataTransfer.files[0])
      }}
    >
      <div className={styles.sides}>
        <SideChoice letter="A" chosen={sides[0]} onChange={change(0)} />
        <SideChoice letter="B" chosen={sides[1]} onChange={change(1)} />
      </div>
      {isOther && (
        <p className={known.quiet}>
          The other map is read as it is now and not changed. What has the same name on both is compared
          {isOpen(filter) ? '.' : '; the filter counts for this map alone.'}
        </p>
      )}
      {stages && stages.length === 0 && <EmptyState>There is no stage to compare yet.</EmptyState>}
      {stages && stages.length > 0 && (
        <>
          {most && (
            <p role="status">
              <strong>Furthest apart:</strong> <bdi>{most.title}</bdi>. {differenceWords(most.difference)}.
            </p>
          )}
          <ComparedCurves stages={stages} names={names} onRead={onRead} />
          <ComparedTable stages={stages} names={names} onRead={onRead} />
        </>
      )}
    </div>
  )
}

/** Where the words of a side are read; null while another map is not there. */
function elsewhere(chosen: Chosen, filter: WordsFilter): Elsewhere | null {
  if (chosen.of !== 'map' && chosen.of !== 'file') return { filter: filterFor(chosen, filter) }
  return chosen.read?.ok ? { map: chosen.read.map } : null
}

function sideOf(chosen: Chosen, map: MapDocument, filter: WordsFilter, today: string) {
  if (chosen.of !== 'map' && chosen.of !== 'file') return comparedSide(map, filterFor(chosen, filter), today)
  return chosen.read?.ok ? comparedSide(chosen.read.map, NO_FILTER, today) : null
}
