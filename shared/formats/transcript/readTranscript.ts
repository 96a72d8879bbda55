import { decode } from '../csv/decode.ts'
import type { Table } from '../csv/table.ts'
import { hasCues, readCues } from './cues.ts'
import { readTurns, type Turn } from './turns.ts'

export type TranscriptResult = { ok: true; table: Table } | { ok: false; message: string }

/** The columns of a transcript's table, in this order. */
export const TRANSCRIPT_COLUMNS = ['Time', 'Speaker', 'Words'] as const

const NO_TURNS =
  'No speakers were found in this text. Each turn has to begin with a name and a colon, as in “Anna: It took weeks.”'

/** Reads a transcript (plain text, WebVTT, SRT) as a table with a row for each turn. */
export function readTranscript(input: Uint8Array | string): TranscriptResult {
  const decoded = textOf(input)
  if (!decoded.ok) return decoded
  const { text } = decoded
  const turns = hasCues(text) ? readCues(text) : readTurns(text)
  if (turns.length === 0) return { ok: false, message: NO_TURNS }
  const places = placesOf(turns)
  return {
    ok: true,
    table: {
      columns: [...TRANSCRIPT_COLUMNS],
      named: TRANSCRIPT_COLUMNS.length,
      rows: turns.map(({ speaker, words }, index) => [places[index] ?? '', speaker, words]),
      lines: turns.map(({ line }) => line),
      delimiter: null,
      encoding: null,
      headerRow: null,
      warnings: [],
    },
  }
}

/**
 * Whether a text is a transcript rather than a table: captions, or lines of which most belong to turns that are timed or
 * are of people who speak several times.
 */
export function looksLikeTranscript(input: Uint8Array | string): boolean {
  const decoded = textOf(input)
  if (!decoded.ok) return false
  const { text } = decoded
  if (hasCues(text)) return true
  const sample = text.slice(0, 100_000)
  const turns = readTurns(sample)
  const times = new Map<string, number>()
  for (const { speaker } of turns) times.set(speaker, (times.get(speaker) ?? 0) + 1)
  const sure = turns.filter(({ at, speaker }) => at !== null || (times.get(speaker) ?? 0) > 1).length
  const said = turns.reduce((sum, { words, speaker }) => sum + letters(words) + letters(speaker), 0)
  return turns.length > 1 && sure >= turns.length / 2 && said > letters(sample) * 0.6
}

function letters(text: string): number {
  return text.replace(/\P{L}+/gu, '').length
}

function textOf(input: Uint8Array | string): { ok: true; text: string } | { ok: false; message: string } {
  const decoded = typeof input === 'string' ? { ok: true as const, text: input } : decode(input)
  return decoded.ok ? { ok: true, text: decoded.text.replace(/^\uFEFF/, '').toWellFormed() } : decoded
}

/** Where in the session each turn is: its time, or its number; a second turn of the same second gets a letter. */
function placesOf(turns: readonly Turn[]): string[] {
  const taken = new Map<string, number>()
  return turns.map(({ at }, index) => {
    if (at === null) return `turn ${index + 1}`
    const clock = clockOf(at)
    const number = taken.get(clock) ?? 0
    taken.set(clock, number + 1)
    return number === 0 ? clock : `${clock} (${number + 1})`
  })
}

function clockOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
