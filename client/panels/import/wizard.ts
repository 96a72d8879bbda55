import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import type { ImportPreview } from '#shared/formats/csv/preview.ts'
import type { TableValues } from '#shared/formats/csv/values.ts'
import type { LeftOut, Opened, Suggested } from './ImportTable.ts'

/** What the server answers to an import. `import` is null when nothing was added. */
export type ImportReport = {
  import: string | null
  added: number
  duplicates: number
  duplicateRows: LeftOut[]
  skipped: LeftOut[]
  flagged: number
  redacted: number
  /** New records by kind. */
  counts: Readonly<Record<string, number>>
}

/** A file that is read, and what is chosen for it. */
type Chosen = {
  file: File
  opened: Opened
  choices: ImportChoices
  values: TableValues
  /** Whether the choices are those of an earlier file with the same columns. */
  remembered: boolean
}

/** Where somebody is in an import. `problem` is one sentence about what just failed. */
export type Wizard =
  | { step: 'file'; reading: string | null; problem: string | null }
  | (Chosen & { step: 'columns' })
  | (Chosen & { step: 'values' })
  | (Chosen & { step: 'preview'; preview: ImportPreview | null; rows: number; problem: string | null })
  | (Chosen & { step: 'sending'; preview: ImportPreview; sent: number })
  /** A map of ours that is to be added: what the server says would come in, and how much is sent once that is asked. */
  | { step: 'map'; file: File; report: ImportReport | null; sent: number | null; problem: string | null }
  /** `preview` is null after adding a map. */
  | { step: 'done'; file: File; report: ImportReport; preview: ImportPreview | null; taken: boolean }

export type Event =
  | { is: 'reading'; name: string }
  | { is: 'refused'; problem: string | null }
  | { is: 'map'; file: File }
  | { is: 'map previewed'; report: ImportReport }
  | ({ is: 'opened'; file: File; opened: Opened; remembered: boolean } & Suggested)
  | ({ is: 'suggested' } & Suggested)
  | { is: 'chosen'; choices: ImportChoices }
  | { is: 'went'; to: 'columns' | 'values' | 'preview' }
  | { is: 'previewing'; rows: number }
  | { is: 'previewed'; preview: ImportPreview }
  | { is: 'sending'; sent: number }
  | { is: 'failed'; problem: string }
  | { is: 'done'; report: ImportReport }
  | { is: 'taken back' }
  | { is: 'put back'; id: string }

export const START: Wizard = { step: 'file', reading: null, problem: null }

/** What follows when something happens. What makes no sense where one is changes nothing: answers may come late. */
export function next(wizard: Wizard, event: Event): Wizard {
  switch (event.is) {
    case 'reading':
      return { step: 'file', reading: event.name, problem: null }
    case 'refused':
      return wizard.step === 'file' ? { step: 'file', reading: null, problem: event.problem } : wizard
    case 'opened': {
      const { is: _, ...chosen } = event
      // Another sheet of the same workbook opens where its columns are chosen.
      return wizard.step === 'file' || wizard.step === 'columns' ? { step: 'columns', ...chosen } : wizard
    }
    case 'map':
      return wizard.step === 'file'
        ? { step: 'map', file: event.file, report: null, sent: null, problem: null }
        : wizard
    case 'map previewed':
      return wizard.step === 'map' ? { ...wizard, report: event.report } : wizard
    case 'suggested':
      return wizard.step === 'columns' ? { ...wizard, choices: event.choices, values: event.values } : wizard
    case 'chosen':
      return wizard.step === 'columns' || wizard.step === 'values' ? { ...wizard, choices: event.choices } : wizard
    case 'went':
      return went(wizard, event.to)
    case 'previewing':
      return wizard.step === 'preview' && !wizard.preview ? { ...wizard, rows: event.rows } : wizard
    case 'previewed':
      return wizard.step === 'preview' ? { ...wizard, preview: event.preview } : wizard
    case 'sending':
      if (wizard.step === 'sending') return { ...wizard, sent: event.sent }
      if (wizard.step === 'map') return { ...wizard, sent: event.sent, problem: null }
      if (wizard.step !== 'preview' || !wizard.preview) return wizard
      return { ...chosenIn(wizard), step: 'sending', preview: wizard.preview, sent: 0 }
    case 'failed':
      if (wizard.step === 'file') return { step: 'file', reading: null, problem: event.problem }
      if (wizard.step === 'map') return { ...wizard, sent: null, problem: event.problem }
      if (wizard.step !== 'sending' && wizard.step !== 'preview') return wizard
      return { ...chosenIn(wizard), step: 'preview', preview: wizard.preview, rows: 0, problem: event.problem }
    case 'done': {
      if (wizard.step !== 'sending' && wizard.step !== 'map') return wizard
      const preview = wizard.step === 'sending' ? wizard.preview : null
      return { step: 'done', file: wizard.file, preview, report: event.report, taken: false }
    }
    case 'taken back':
      return wizard.step === 'done' ? { ...wizard, taken: true } : wizard
    case 'put back':
      return wizard.step === 'done'
        ? { ...wizard, taken: false, report: { ...wizard.report, import: event.id } }
        : wizard
  }
}

function went(wizard: Wizard, to: 'columns' | 'values' | 'preview'): Wizard {
  if (wizard.step !== 'columns' && wizard.step !== 'values' && wizard.step !== 'preview') return wizard
  const chosen = chosenIn(wizard)
  return to === 'preview' ? { ...chosen, step: to, preview: null, rows: 0, problem: null } : { ...chosen, step: to }
}

function chosenIn({ file, opened, choices, values, remembered }: Chosen): Chosen {
  return { file, opened, choices, values, remembered }
}

/** Whether there are values that somebody could want to place; without any the step is left out. */
export function hasValues({ stages, touchpoints, pains, sentiments, scores, personas, sources }: TableValues): boolean {
  const named = [...stages, ...touchpoints, ...sources].some(({ value }) => value !== '')
  return named || pains.length + sentiments.length + scores.length + personas.length > 0
}

/** Every row that the server did not take, in the order of the file. */
export function leftOutOf({ skipped, duplicateRows }: ImportReport): LeftOut[] {
  return [...skipped, ...duplicateRows].sort((a, b) => a.row - b.row)
}
