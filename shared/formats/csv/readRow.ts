import type { Dictionary } from '../../model/field.ts'
import { NAME, TITLE, WORDS } from '../../model/limits.ts'
import { redact } from '../redact/redact.ts'
import { createCells } from './cells.ts'
import { counted, createDays } from './days.ts'
import { cut, tidy } from './fold.ts'
import { hideIdentity, identityOf, reveals } from './identity.ts'
import type { ImportChoices } from './mapping.ts'
import { nameFrom } from './meanings.ts'
import type { Table } from './table.ts'
import { cellOf, painValues } from './values.ts'

/** One row in the form in which it can enter a map: nobody's identity, numbers or addresses left in it. */
export type ReadRow = {
  text: string
  /** What redaction changed, as it was; null when it changed nothing. */
  original: { text: string; row: Dictionary } | null
  row: Dictionary
  ref: string
  /** The customer's key; null for an unknown one. */
  key: string | null
  saidOn: string | null
  channel: string
  score: string
  prompt: string
  facets: Dictionary
  /** Cells as written, for finding what the choices say about them. */
  stage: string
  touchpoint: string
  source: string
  persona: string
  sentiment: string
  scoreValue: string
  pains: string[]
}

type Tools = { customerKey(identity: string): string; today: string }

/** Letters of a keyed short form that stands in for an id: about 100 bits of a hash in hexadecimal, more in others. */
const SHORT_FORM = 24

/** Reads rows one after the other; a row that can't be taken is refused with the reason. */
export function createRowReader(table: Table, choices: ImportChoices, tools: Tools) {
  const { columns } = choices
  const cells = createCells(table, columns)
  const identities = createIdentities(table, choices, tools.customerKey)
  const days = createDays(table, columns, choices.dayOrder, tools.today)
  const names = table.headerRow === null ? null : table.columns.slice(0, table.named)
  let hiddenIds = 0

  function refusal(row: readonly string[], words: string): string | null {
    if (columns.words === null || columns.words >= table.columns.length) return 'No column was chosen for the words.'
    if (words === '') return 'There are no words in this row.'
    if (words.length > WORDS) return `The words are longer than ${WORDS.toLocaleString('en')} characters.`
    if (names?.every((name, column) => name === tidy(row[column] ?? ''))) return 'This row repeats the column names.'
    return null
  }

  /** `question` is what was asked before, '' when a row says itself or nobody knows. */
  function read(row: readonly string[], question: string): ReadRow | { refused: string } {
    const cell = (column: number | null) => cellOf(row, column)
    const words = cell(columns.words).replace(/\r\n?/g, '\n')
    const refused = refusal(row, words)
    if (refused !== null) return { refused }

    const { identity, key } = identities(row)
    const place = choices.session === '' ? null : placeIn(choices.session, cell(columns.id))
    const id = place ?? readId(cell(columns.id), identity, tools.customerKey)
    if (id.hidden) hiddenIds++
    const kept = cells.row(row, identity, id.shown)
    const plain = redact(words).text
    const text = identity === null ? plain : hideIdentity(plain, identity)
    const segment = cut(cells.clean(cell(columns.segment), identity), TITLE)
    return {
      text,
      original: text !== words || kept.changed ? { text: words, row: kept.changed ?? {} } : null,
      row: kept.row,
      ref: id.ref,
      key,
      saidOn: days.of(cell(columns.date)),
      channel: cut(cells.clean(tidy(cell(columns.channel)), identity), NAME),
      score: cut(cells.clean(tidy(cell(columns.score)), identity), NAME),
      prompt: nameFrom(cells.clean(question || cell(columns.prompt), identity) || choices.prompt, TITLE * 4),
      facets: columns.segment === null || segment === '' ? {} : { [cells.name(columns.segment)]: segment },
      stage: tidy(cell(columns.stage)),
      touchpoint: tidy(cell(columns.touchpoint)),
      source: tidy(cell(columns.source)),
      persona: tidy(cell(columns.persona)),
      sentiment: tidy(cell(columns.sentiment)),
      scoreValue: cell(columns.score),
      pains: painValues(cell(columns.pains)),
    }
  }

  return {
    read,
    /** Plain sentences about the rows read so far. */
    warnings(): string[] {
      const hidden = `${counted(hiddenIds, 'id gives', 'ids give')} a customer away; a keyed short form stands in.`
      return [...(hiddenIds === 0 ? [] : [hidden]), ...days.warnings()]
    },
  }
}

/** Where in a session something was said; names of sessions are given by people, and clocks name nobody. */
function placeIn(session: string, shown: string) {
  return { ref: cut(shown === '' ? session : `${session}, ${shown}`, TITLE), shown, hidden: false }
}

/** The id as it is kept and as the row shows it. One that gives a person away becomes a keyed short form. */
function readId(cell: string, identity: string | null, keyOf: Tools['customerKey']) {
  const personal = redact(cell)
  const telling = identity !== null && reveals(cell, identity)
  if (!telling && personal.spans.every(({ kind }) => kind === 'reference')) {
    const ref = cut(cell, TITLE)
    return { ref, shown: ref, hidden: false }
  }
  const shown = identity === null ? personal.text : hideIdentity(personal.text, identity, true)
  return { ref: keyOf(`id\n${cell}`).slice(0, SHORT_FORM), shown, hidden: true }
}

/** Whom each row is from. With another person in each row, the row itself is the identity, counted when repeated. */
function createIdentities(
  table: Table,
  { columns, withoutCustomer, session }: ImportChoices,
  keyOf: Tools['customerKey'],
) {
  const keys = new Map<string, string>()
  const repeated = new Map<string, number>()
  return (cells: readonly string[]): { identity: string | null; key: string | null } => {
    if (columns.customer !== null && columns.customer < table.columns.length) {
      const identity = identityOf(cellOf(cells, columns.customer))
      if (identity === null) return { identity, key: null }
      const key = keys.get(identity) ?? cut(keyOf(session === '' ? identity : `session\n${session}\n${identity}`), NAME)
      keys.set(identity, key)
      return { identity, key }
    }
    if (withoutCustomer === 'unknown') return { identity: null, key: null }
    const row = JSON.stringify(cells)
    const number = repeated.get(row) ?? 0
    repeated.set(row, number + 1)
    return { identity: null, key: cut(keyOf(`row\n${number}\n${row}`), NAME) }
  }
}
