import { words } from './fold.ts'
import type { ImportChoices, Part } from './mapping.ts'
import type { Table } from './table.ts'
import { cellOf, type Value } from './values.ts'

/** What the speaker without a name is called. */
export const NOBODY = 'nobody named'

const ASKS =
  /^(?:interviewer|interviewerin|interviewers?|moderator|moderatorin|facilitator|researcher|host|int|i|q|mod|question|frage|enqueteur|intervieweur|animateur|entrevistador|entrevistadora|intervistatore|interviewster|moderateur)(?: \d+)?$/
const STAFF =
  /^(?:staff|agent|advis[eo]r|representative|rep|employee|assistant|support|service|mitarbeiter(?:in)?|berater(?:in)?|conseiller|conseillere|medewerker|empleado|operatore)(?: \d+)?$/
/** Share of turns with a question from which on somebody who is named otherwise is taken for the one who asks. */
const ASKING = 0.5

/** The speakers of a transcript with the number of their turns, in the order in which they first speak. */
export function speakersOf(table: Table, column: number | null): Value[] {
  const found = new Map<string, Value>()
  for (const row of table.rows) {
    const value = cellOf(row, column)
    const known = found.get(value)
    if (known) known.count++
    else found.set(value, { value, count: 1 })
  }
  return [...found.values()]
}

/** Who probably asks, who is staff, and who a customer; for a person to change. */
export function suggestSpeakers(
  table: Table,
  { customer, words: said }: ImportChoices['columns'],
): ImportChoices['speakers'] {
  const speakers = speakersOf(table, customer)
  const named = speakers.map(({ value }) => ({ value, part: partOf(value) }))
  if (named.some(({ part }) => part === 'asks') || speakers.length < 2) return named
  const questions = new Map<string, number>()
  for (const row of table.rows) {
    const speaker = cellOf(row, customer)
    if (/[?？؟]/.test(cellOf(row, said))) questions.set(speaker, (questions.get(speaker) ?? 0) + 1)
  }
  const shares = speakers
    .filter(({ count }) => count > 1)
    .map(({ value, count }) => ({ value, share: (questions.get(value) ?? 0) / count }))
    .sort((a, b) => b.share - a.share)
  const [first, second] = shares
  const asks = first && first.share >= ASKING && first.share >= 2 * (second?.share ?? 0) ? first.value : null
  return named.map(entry => (entry.value === asks ? { ...entry, part: 'asks' } : entry))
}

function partOf(name: string): Part {
  const plain = words(name)
  return ASKS.test(plain) ? 'asks' : STAFF.test(plain) ? 'staff' : 'customer'
}
