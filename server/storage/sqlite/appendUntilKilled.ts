import { writeSync } from 'node:fs'
import * as Y from 'yjs'
import { openSqliteStore } from './SqliteStore.ts'

/*
 * A process for tests that is killed at work: it appends numbers to the map `m` of the store in the folder given as
 * argument, each with an original, several at once, compacting all the while, and prints "seq number" when the store
 * has acknowledged one.
 */

const store = await openSqliteStore(process.argv[2] ?? '')
const loaded = await store.load('m')
const doc = new Y.Doc()
if (loaded?.snapshot) Y.applyUpdate(doc, loaded.snapshot)
for (const update of loaded?.updates ?? []) Y.applyUpdate(doc, update)
const numbers = doc.getArray<number>('numbers')

async function appendForEver(): Promise<never> {
  for (;;) {
    const number = numbers.length
    const before = Y.encodeStateVector(doc)
    numbers.push([number])
    const originals = [{ quote: `q${number}`, text: '', row: '{}' }]
    const update = Y.encodeStateAsUpdate(doc, before)
    const seq = await store.append('m', update, { author: '', at: 1 }, { originals })
    writeSync(1, `${seq} ${number}\n`)
  }
}

async function compactForEver(): Promise<never> {
  for (;;) await store.compact('m')
}

await Promise.all([appendForEver(), appendForEver(), appendForEver(), compactForEver()])
