import { createStore, type StoreApi } from 'zustand/vanilla'
import { observe } from '#shared/doc/observe.ts'
import { type Entry, readEntries, readEntry } from '#shared/doc/read.ts'
import { buildEvidence, type EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { type KindName, LIST_NAMES, type ListName } from '#shared/model/kindNames.ts'
import { KINDS, type MapInfo } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { mend } from '#shared/model/mend.ts'
import { byOrder } from '#shared/model/order.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import type { MapSession } from '../session/MapSession.ts'

/** The map as views see it: mended, with what its records say about who said what. */
export type MapView = { map: MapDocument; evidence: EvidenceIndex }

export type MapMirror = { store: StoreApi<MapView>; stop(): void }

type Entries = Map<string, Entry<ListName>>

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function view(map: MapDocument): MapView {
  return { map, evidence: buildEvidence(map, today()) }
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
 * Several transactions in one turn give one new view.
 */
export function mirrorMap(doc: MapSession['doc']): MapMirror {
  const entries = {} as Record<ListName, Entries>
  // As stored and not mended: a restored subject brings back what was said about it.
  let raw = { map: readInfo(doc) } as MapDocument
  for (const kind of LIST_NAMES) {
    const list = readEntries(doc, kind)
    entries[kind] = new Map(list.map(entry => [entry.id, entry as Entry<ListName>]))
    setList(raw, kind, list)
  }
  const store = createStore<MapView>(() => view(mend(raw)))

  const touched = new Map<KindName, Set<string>>()
  let stopped = false
  const stopObserving = observe(doc, changed => {
    const idle = touched.size === 0
    for (const [kind, ids] of changed) touched.set(kind, new Set([...(touched.get(kind) ?? []), ...ids]))
    if (idle) queueMicrotask(refresh)
  })

  function refresh(): void {
    if (stopped || touched.size === 0) return
    const next: MapDocument = { ...raw }
    for (const [kind, ids] of touched) {
      if (kind === 'map') next.map = readInfo(doc)
      else refreshList(kind, ids, next)
    }
    touched.clear()
    raw = next
    store.setState(view(mend(raw)), true)
  }

  function refreshList(kind: ListName, ids: ReadonlySet<string>, next: MapDocument): void {
    const known = entries[kind]
    for (const id of ids) {
      const entry = readEntry(doc, kind, id)
      if (entry) known.set(id, entry as Entry<ListName>)
      else known.delete(id)
    }
    setList(next, kind, [...known.values()].sort(byOrder))
  }

  return {
    store,
    stop() {
      stopped = true
      stopObserving()
    },
  }
}
