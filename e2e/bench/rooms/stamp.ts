/*
 * When something was sent stands in it as text, so that whoever gets it can tell its age without knowing documents: the
 * machine's own monotonic clock, in microseconds, which all processes share.
 */

export function now(): number {
  return Number(process.hrtime.bigint() / 1_000n)
}

/** The last member of an awareness state, whose number ends it. */
export function stampedState(state: string, at: number): string {
  return `${state.slice(0, -1)},"t":${at}}`
}

/** When this state was sent; 0 for one that says that somebody left. `end` is where its text ends. */
export function stateSentAt(bytes: Uint8Array, end: number): number {
  let value = 0
  let unit = 1
  for (let at = end - 2; ; at -= 1) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return value
    value += digit * unit
    unit *= 10
  }
}

/** The same as a place on a map, for messages that hold no text. */
export const placeAt = (at: number) => [Math.floor(at / SECOND), at % SECOND] as const
export const sentFrom = (x: number, y: number) => x * SECOND + y
const SECOND = 1_000_000

const START = '#@'
const startBytes = Buffer.from(START)

export type EditStamp = { sentAt: number; client: number; number: number }

/** What an edit writes: as long as a short sentence. */
export function stampedWords({ sentAt, client, number }: EditStamp): string {
  return `${START}${sentAt}.${client}.${number}.The driver was kind and told me how long it takes.`
}

/** Every edit in an update, which may have been merged of several. */
export function* editsIn(bytes: Buffer): Generator<EditStamp> {
  for (let at = bytes.indexOf(startBytes); at >= 0; at = bytes.indexOf(startBytes, at + 1)) {
    const [sentAt, client, number] = bytes
      .toString('latin1', at + START.length, at + 60)
      .split('.', 3)
      .map(Number)
    if (sentAt !== undefined && client !== undefined && number !== undefined) yield { sentAt, client, number }
  }
}
