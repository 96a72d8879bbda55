import { compare } from './rooms/compare.ts'
import { joinAtOnce } from './rooms/scenarios.ts'
import { numberOption } from './support/options.ts'

export const name = 'Many people come to one large map at once, while somebody edits it'

/** `--joins=200`. */
export const run = () => compare(() => [joinAtOnce(numberOption('joins', 200))])
