import { escapeXml } from '#shared/drawing/svg.ts'
import type { Note, Touchpoint } from '#shared/model/kinds.ts'
import { DETAILS, NAME, TITLE } from '#shared/model/limits.ts'
import { isPlainObject } from '#shared/util/json.ts'
import { MOST_PASTED } from './pastedText.ts'

/** What copied cards are called in the clipboard, beside plain text: JSON of a `Copied`. */
export const CARDS_TYPE = 'application/x-verbatim-cards'

/**
 * Copied cards and notes. `stages` and `lanes` count from the first of them; null for a note that lies free. `under` is
 * the index of a note's heading among the notes, null where the heading was not copied.
 */
export type Copied = {
  /** The map they come from. */
  readonly map: string
  readonly touchpoints: readonly (Pick<Touchpoint, 'title' | 'channel' | 'details' | 'momentOfTruth'> & {
    readonly stages: number
    readonly lanes: number
  })[]
  readonly notes: readonly (Pick<Note, 'text' | 'author' | 'image' | 'alt' | 'x' | 'y'> & {
    readonly stages: number | null
    readonly under: number | null
  })[]
}

/** More stages or lanes than any map has. */
const FAR = 10_000
/** Map units. */
const WIDE = 1e6

const words = (value: unknown, most: number) => (typeof value === 'string' ? value.toWellFormed().slice(0, most) : '')
const count = (value: unknown, most: number) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(Math.min(most, Math.max(0, value))) : 0
const records = (value: unknown) => (Array.isArray(value) ? value.slice(0, MOST_PASTED).filter(isPlainObject) : [])

/** Reads what the clipboard holds, which any page may have put there. Null when it is nothing of ours. */
export function readCopied(text: string): Copied | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (!isPlainObject(data)) return null
  const touchpoints = records(data.touchpoints).map(card => ({
    title: words(card.title, TITLE),
    channel: words(card.channel, NAME),
    details: words(card.details, DETAILS),
    momentOfTruth: card.momentOfTruth === true,
    stages: count(card.stages, FAR),
    lanes: count(card.lanes, FAR),
  }))
  const notes = records(data.notes).map(note => ({
    text: words(note.text, DETAILS),
    author: words(note.author, NAME),
    image: typeof note.image === 'string' ? words(note.image, NAME) : null,
    alt: words(note.alt, TITLE),
    stages: note.stages === null ? null : count(note.stages, FAR),
    x: count(note.x, WIDE),
    y: count(note.y, WIDE),
    under: typeof note.under === 'number' ? count(note.under, MOST_PASTED) : null,
  }))
  return touchpoints.length + notes.length > 0 ? { map: words(data.map, NAME), touchpoints, notes } : null
}

/** The rows of a table with a column for each stage, lane by lane, and then the notes. */
function tableOf({ touchpoints, notes }: Copied): string[][] {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  const width = Math.max(0, ...touchpoints.map(({ stages }) => stages)) + 1
  const rows: string[][] = []
  for (const lane of [...new Set(touchpoints.map(({ lanes }) => lanes))].sort((a, b) => a - b)) {
    const columns = Array.from({ length: Math.min(width, FAR) }, (_, stage) =>
      touchpoints.filter(card => card.lanes === lane && card.stages === stage).map(card => line(card.title)),
    )
    const height = Math.max(0, ...columns.map(({ length }) => length))
    for (let row = 0; row < height; row++) rows.push(columns.map(column => column[row] ?? ''))
  }
  return [...rows, ...notes.map(({ text }) => [text.trim()])]
}

/** The same for every other program: titles as lines, those of several stages parted by tabs. */
export function plainText(copied: Copied): string {
  return tableOf(copied)
    .map(row => row.join('\t'))
    .join('\n')
}

/** The same as a table of HTML, as spreadsheets and documents take it. */
export function htmlTable(copied: Copied): string {
  const cell = (text: string) => `<td>${escapeXml(text).replaceAll('\n', '<br>')}</td>`
  return `<table>${tableOf(copied)
    .map(row => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</table>`
}
