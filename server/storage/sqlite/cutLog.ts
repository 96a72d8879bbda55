import type { DatabaseSync } from 'node:sqlite'
import type { Reads } from './protocol.ts'
import { queries } from './reads.ts'

/**
 * Makes a damaged log end at its last good entry; see `Store.cutLog`. To be run inside a transaction: where the file
 * itself is broken so that SQLite cannot move the rest, it throws and everything stays as it is.
 */
export function createCutLog(db: DatabaseSync, damaged: Set<string>, { load }: Pick<Reads, 'load'>) {
  const { statement } = queries(db)
  const setAside = statement(
    `INSERT INTO setAside (map, seq, author, at, bytes, cutAt)
       SELECT map, seq, author, at, bytes, ? FROM log WHERE map = ? AND seq > ?`,
  )
  const drop = statement('DELETE FROM log WHERE map = ? AND seq > ?')
  const endAt = statement('UPDATE maps SET seq = ? WHERE id = ?')

  return (map: string, at: number): number => {
    const loaded = load(map)
    if (!loaded?.damaged) return 0
    const { seq } = loaded
    const { changes } = setAside.run(at, map, seq)
    drop.run(map, seq)
    endAt.run(seq, map)
    damaged.delete(map)
    return Number(changes)
  }
}
