import { compare } from './rooms/compare.ts'
import { oneRoom } from './rooms/scenarios.ts'
import { numberOption, numbersOption } from './support/options.ts'

export const name =
  'One room, cursors at 20 Hz and 20 edits a second: ours, writing to disk, beside two that hold it in memory'

/** `--people=50,100,300,500`, `--viewers=1000`. */
export const run = () =>
  compare(() => [
    ...numbersOption('people', [50, 100, 300, 500]).map(people => oneRoom(people)),
    oneRoom(20, numberOption('viewers', 1_000)),
  ])
