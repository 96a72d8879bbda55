import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { by, bytes, newMap } from '../storeSuite.ts'
import { openSqliteStore, type SqliteStore } from './SqliteStore.ts'

const ENTRIES = 25
const entry = (number: number) => bytes(`entry ${number} of a log that is torn`)

let root: string
let store: SqliteStore
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-torn-'))
  store = await openSqliteStore(join(root, 'data'))
  await store.createMap(newMap('m'))
  for (let number = 2; number <= ENTRIES; number += 1) await store.append('m', entry(number), by(1))
})
afterEach(async () => {
  await store.close()
  rmSync(root, { recursive: true, force: true })
})

let copies = 0
/** The folder as it would be found after a power cut that left its newest file like this. */
function afterPowerCut(tear: (tail: Buffer) => Uint8Array): string {
  copies += 1
  const folder = join(root, `copy-${copies}`)
  mkdirSync(folder)
  for (const name of readdirSync(join(root, 'data'))) {
    const content = readFileSync(join(root, 'data', name))
    writeFileSync(join(folder, name), name.endsWith('-wal') ? tear(content) : content)
  }
  return folder
}

/** Opens what is left; expects a log that ends at a good entry, and goes on from there. Answers how many are left. */
async function expectGoodLog(folder: string): Promise<number> {
  let left = await openSqliteStore(folder)
  try {
    const loaded = await left.load('m')
    if (!loaded) return 0
    expect(loaded.damaged).toBeNull()
    expect(loaded.updates).toHaveLength(loaded.seq)
    expect(loaded.updates.slice(1)).toEqual(Array.from({ length: loaded.seq - 1 }, (_, at) => entry(at + 2)))
    expect(await left.append('m', bytes('after'), by(2))).toBe(loaded.seq + 1)
    await left.close()
    left = await openSqliteStore(folder)
    expect(await left.load('m')).toMatchObject({ seq: loaded.seq + 1, damaged: null })
    return loaded.seq
  } finally {
    await left.close()
  }
}

/** A part of a file, evenly: fast-check would mostly look at the ends. */
const somewhere = fc.noBias(fc.nat(999)).map(thousandths => thousandths / 1_000)

describe('a log whose newest part a power cut has torn', () => {
  it('is whole when nothing is missing', async () => {
    expect(await expectGoodLog(afterPowerCut(tail => tail))).toBe(ENTRIES)
  })

  it('ends at the last good entry, wherever it is cut off, and goes on from there', async () => {
    const found = new Set<number>()
    await fc.assert(
      fc.asyncProperty(somewhere, async where => {
        const folder = afterPowerCut(tail => tail.subarray(0, Math.floor(where * tail.length)))
        found.add(await expectGoodLog(folder))
      }),
      { numRuns: 8 },
    )
    expect(Math.max(...found)).toBeLessThan(ENTRIES)
    expect(found.size).toBeGreaterThan(1)
  })

  it('ends at the last good entry, whichever bit of it has flipped', async () => {
    await fc.assert(
      fc.asyncProperty(somewhere, fc.nat(7), async (where, bit) => {
        const folder = afterPowerCut(tail => {
          const at = Math.floor(where * tail.length)
          return tail.with(at, (tail[at] ?? 0) ^ (1 << bit))
        })
        expect(await expectGoodLog(folder)).toBeLessThanOrEqual(ENTRIES)
      }),
      { numRuns: 8 },
    )
  })
})
