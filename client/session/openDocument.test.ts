import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeDoc, updateOf } from '#shared/doc/encode.ts'
import { readMap } from '#shared/doc/read.ts'
import { DOCUMENT_VERSION, seed } from '#shared/doc/seed.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { openDocument, UNUSABLE } from './openDocument.ts'

const doc = seed(mapWith({ stages: [{ id: 's', name: 'Waiting' }] }), { person: 'server', now: 1 })
const kept = { epoch: 3, version: DOCUMENT_VERSION, updates: [Y.encodeStateAsUpdate(doc)] }
const stages = (opened: ReturnType<typeof openDocument>) => readMap(opened.doc).stages.map(({ name }) => name)

describe('what this browser has kept of a map', () => {
  it('opens without a server, in the epoch that it belongs to', () => {
    const opened = openDocument({ copy: kept }, null)
    expect(stages(opened)).toEqual(['Waiting'])
    expect(opened).toMatchObject({ epoch: 3, unusable: null })
  })

  it('is gone on with while the map’s history is the same', () => {
    const opened = openDocument({ copy: kept }, 3)
    expect(stages(opened)).toEqual(['Waiting'])
    expect(opened.unusable).toBeNull()
  })

  it('never comes back into a map whose history was rewritten', () => {
    const opened = openDocument({ copy: kept }, 4)
    expect(stages(opened)).toEqual([])
    expect(opened).toMatchObject({ epoch: 4, unusable: UNUSABLE.epoch })
  })

  it('is let go of by a page of another version, and when it can’t be read', () => {
    const other = openDocument({ copy: { ...kept, version: DOCUMENT_VERSION + 1 } }, 3)
    expect([stages(other), other.unusable]).toEqual([[], UNUSABLE.version])
    const torn = openDocument({ copy: { ...kept, updates: [...kept.updates, Uint8Array.of(9, 9, 9)] } }, 3)
    expect([stages(torn), torn.unusable]).toEqual([[], UNUSABLE.damaged])
  })

  it('is nothing on the first visit', () => {
    expect(openDocument({ copy: null }, 7)).toMatchObject({ epoch: 7, unusable: null })
  })
})

describe('what the server sent of a map that this browser never had', () => {
  const sent = kept

  it('is gone on with, and kept as it came', () => {
    const opened = openDocument({ copy: null }, 3, sent)
    expect(stages(opened)).toEqual(['Waiting'])
    expect(opened).toMatchObject({ epoch: 3, unusable: null })
    expect(opened.sent).toBe(sent.updates)
  })

  it('never comes in where it is of another history, cannot be read or lacks something: the socket brings the map', () => {
    const first = decodeDoc(...kept.updates)
    updateOf(first, () => first.getMap('stages').set('x', 1))
    const later = updateOf(first, () => first.getMap('stages').set('x', 2))
    for (const other of [
      { ...sent, epoch: 2 },
      { ...sent, version: DOCUMENT_VERSION + 1 },
      { ...sent, updates: [...sent.updates, Uint8Array.of(9, 9, 9)] },
      { ...sent, updates: [...sent.updates, later] },
    ]) {
      const opened = openDocument({ copy: null }, 3, other)
      expect(stages(opened)).toEqual([])
      expect(opened).toMatchObject({ epoch: 3, unusable: null, sent: null })
    }
  })

  it('stands back behind what is here', () => {
    const opened = openDocument({ copy: kept }, 3, { ...sent, updates: [] })
    expect(stages(opened)).toEqual(['Waiting'])
    expect(opened.sent).toBeNull()
  })
})
