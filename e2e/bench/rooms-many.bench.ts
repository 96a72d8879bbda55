import { compare } from './rooms/compare.ts'
import { manyRooms } from './rooms/scenarios.ts'
import { numberOption } from './support/options.ts'

export const name = 'Many rooms with one person each, an edit by each every ten seconds'

/** `--rooms=2000`. */
export const run = () => compare(() => [manyRooms(numberOption('rooms', 2_000))])
