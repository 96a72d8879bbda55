import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readMessage } from '#shared/protocol/messages.ts'
import { Encoded } from './Encoded.ts'
import { SINCE_BYTES, SINCE_UPDATES } from './limits.ts'

function encodedDoc() {
  const doc = new Y.Doc()
  const encoded = new Encoded(() => doc)
  doc.on('update', (update: Uint8Array) => encoded.grewBy(update))
  return { doc, encoded, write: (key: string, value: unknown) => doc.getMap('m').set(key, value) }
}

/** What somebody who has nothing knows after these frames. */
function readBy(frames: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const frame of frames) {
    const message = readMessage(frame)
    if (message?.type === 'step2' || message?.type === 'update') Y.applyUpdate(doc, message.update)
  }
  return doc.getMap('m').toJSON()
}

describe('the whole document for newcomers', () => {
  it('is encoded once for all who come while somebody goes on writing, and they lack nothing', () => {
    const { encoded, write } = encodedDoc()
    write('a', 1)
    const [first] = encoded.frames()
    write('b', 2)
    write('a', 3)
    const later = encoded.frames()
    expect(later[0]).toBe(first)
    expect(later).toHaveLength(2)
    expect(encoded.frames()[1]).toBe(later[1])
    expect(readBy(later)).toEqual({ a: 3, b: 2 })
    write('c', 4)
    expect(encoded.frames()[1]).not.toBe(later[1])
    expect(readBy(encoded.frames())).toEqual({ a: 3, b: 2, c: 4 })
  })

  it.each([
    [
      'many small edits',
      (write: (key: string, value: unknown) => void) => {
        for (let at = 0; at <= SINCE_UPDATES; at += 1) write('a', at)
      },
    ],
    [
      'few large ones',
      (write: (key: string, value: unknown) => void) => {
        for (const key of ['x', 'y', 'z']) write(key, 'w'.repeat(SINCE_BYTES / 2))
      },
    ],
  ])('is encoded anew after %s', (_, edit) => {
    const { doc, encoded, write } = encodedDoc()
    write('a', 1)
    encoded.frames()
    edit(write)
    expect(encoded.frames()).toHaveLength(1)
    expect(readBy(encoded.frames())).toEqual(doc.getMap('m').toJSON())
  })
})
