import { createStore, type StoreApi } from 'zustand/vanilla'
import { observe } from '#shared/doc/observe.ts'
import { type Entry, readEntries, readEntry } from '#shared/doc/read.ts'
import type { EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { evidenceFollower } from '#shared/model/evidence/evidenceFollower.ts'
import { filterer, NO_FILTER, type WordsFilter } from '#shared/model/evidence/filter.ts'
import { type KindName, LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import { KINDS, type MapInfo } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mender } from '#shared/model/mend.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import type { MapSession } from '../session/MapSession.ts'
import { mergeEntries } from './mergeEntries.ts'
import type { ViewStore } from './viewState.ts'

/**
 * The map as views see it: mended, with what its records say about who said what. `evidence` counts only the words that
 * pass `filter`; the map has all of them.
 */
export type MapView = { map: MapDocument; evidence: EvidenceIndex; filter: WordsFilter }

export type MapMirror = { store: StoreApi<MapView>; stop(): void }

type Entries = Record<ListName, readonly Entry<ListName>[]>

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function readInfo(doc: MapSession['doc']): MapInfo {
  return readEntry(doc, 'map', MAP_RECORD)?.record ?? KINDS.map.make({ id: MAP_RECORD })
}

function setList(map: MapDocument, kind: ListName, entries: readonly Entry<ListName>[]): void {
  const lists = map as unknown as Record<ListName, unknown[]>
  lists[kind] = entries.map(entry => entry.record)
}

/**
 * Mirrors the document as plain records. Records, lists and the map itself keep their identity until they
 * change, so that a view that selects one card renders again for that card alone.
 * Several transactions in one turn give one new view. `person` says by which filter words are counted.
 */
export function mirrorMap(doc: MapSession['doc'], person?: ViewStore): MapMirror {
  const mend = mender()
  const countEvidence = evidenceFollower()
  const filterWords = filterer()
  let filter = person?.getState().filter ?? NO_FILTER
  const view = (map: MapDocument): MapView => {
    const day = today()
    const counted = filterWords(map, filter)
    return { map, evidence: countEvidence(counted.map, day, counted.inPart), filter }
  }
  const entries = {} as Entries
  // As stored and not mended: a restored subject brings back what was said about it.
  let raw = { map: readInfo(doc) } as MapDocument
  for (const kind of LIST_NAMES) {
    entries[kind] = readEntries(doc, kind)
    setList(raw, kind, entries[kind])
  }
  const store = createStore<MapView>(() => view(mend(raw)))

  const touched = new Map<KindName, Set<string>>()
  let stopped = false
  const stopObserving = observe(doc, changed => {
    const idle = touched.size === 0
    for (const [kind, ids] of changed) {
      const known = touched.get(kind)
      if (known) for (const id of ids) known.add(id)
      else touched.set(kind, new Set(ids))
    }
    if (idle) queueMicrotask(refresh)
  })

  function refresh(): void {
    if (stopped || touched.size === 0) return
    const next: MapDocument = { ...raw }
    for (const [kind, ids] of touched) {
      if (kind === 'map') {
        next.map = readInfo(doc)
        continue
      }
      entries[kind] = entries[kind].length === 0 ? readEntries(doc, kind) : merged(kind, ids)
      setList(next, kind, entries[kind])
    }
    touched.clear()
    raw = next
    store.setState(view(mend(raw)), true)
  }

  function merged(kind: ListName, ids: ReadonlySet<string>): readonly Entry<ListName>[] {
    const fresh = [...ids].map(id => readEntry(doc, kind, id)).filter(entry => entry !== null)
    return mergeEntries(entries[kind], ids, fresh)
  }

  const stopFiltering = person?.subscribe(({ filter: chosen }) => {
    if (chosen === filter) return
    filter = chosen
    store.setState(view(store.getState().map), true)
  })

  return {
    store,
    stop() {
      stopped = true
      stopObserving()
      stopFiltering?.()
    },
  }
}
