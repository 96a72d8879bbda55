import { NAME } from '../../model/limits.ts'
import type { ColumnMapping } from './columns.ts'
import { tidy } from './fold.ts'
import { nameFrom } from './meanings.ts'
import type { Table } from './table.ts'
import { cellOf, pairKey } from './values.ts'

/** Share of a touchpoint's rows that must name the same channel for it to be the touchpoint's. */
const SINGLE = 0.8

/** Tells, for the key of a touchpoint's value, the channel that nearly all its rows name; empty where they differ. */
export function singleChannels(table: Table, columns: ColumnMapping): (key: string) => string {
  const tallies = new Map<string, { rows: number; channels: Map<string, number> }>()
  if (columns.channel !== null && columns.touchpoint !== null) {
    for (const row of table.rows) {
      const key = pairKey(cellOf(row, columns.stage), cellOf(row, columns.touchpoint))
      const channel = tidy(cellOf(row, columns.channel))
      const tally = tallies.get(key) ?? { rows: 0, channels: new Map() }
      tally.rows++
      tally.channels.set(channel, (tally.channels.get(channel) ?? 0) + 1)
      tallies.set(key, tally)
    }
  }
  return key => {
    const tally = tallies.get(key)
    const [channel, rows] = [...(tally?.channels ?? [])].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
    return tally && rows >= tally.rows * SINGLE ? nameFrom(channel, NAME) : ''
  }
}
