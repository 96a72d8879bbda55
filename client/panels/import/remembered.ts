import { type ImportChoices, importChoicesSchema } from '#shared/formats/csv/mapping.ts'
import type { TableFormat } from '#shared/formats/readTableFile.ts'
import { readStored, writeStored } from '../../api/storage.ts'

const KEY = 'verbatim.imports'
/** Sets of columns that are remembered; a person imports from a few surveys, not from hundreds. */
const MOST = 20

type Kept = { key: string; choices: unknown }

function kept(): Kept[] {
  const stored = readStored(KEY)
  return Array.isArray(stored) ? stored.filter(entry => typeof entry?.key === 'string') : []
}

/** The choices that were last made in this browser for a file with the same columns, or null. */
export function rememberedChoices(key: string): ImportChoices | null {
  const read = importChoicesSchema.safeParse(kept().find(entry => entry.key === key)?.choices)
  return read.success ? read.data : null
}

export function rememberChoices(key: string, format: TableFormat, choices: ImportChoices): void {
  const others = kept().filter(entry => entry.key !== key)
  writeStored(KEY, [{ key, choices: toRemember(format, choices) }, ...others].slice(0, MOST))
}

/** What of choices is kept: of a transcript neither the names of customers nor those of its session. */
export function toRemember(format: TableFormat, choices: ImportChoices): ImportChoices {
  if (format !== 'transcript') return choices
  const speakers = choices.speakers.filter(({ part }) => part === 'asks' || part === 'left-out')
  return { ...choices, speakers, session: '', sources: [], saidOn: null }
}
