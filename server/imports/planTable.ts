import { add } from '#shared/doc/change.ts'
import { matchColumns, ROLES } from '#shared/formats/csv/columns.ts'
import { type ImportChoices, importChoicesSchema } from '#shared/formats/csv/mapping.ts'
import { planImport } from '#shared/formats/csv/plan.ts'
import { suggest } from '#shared/formats/csv/suggest.ts'
import type { Table } from '#shared/formats/csv/table.ts'
import { readTableFile, type TableFormat } from '#shared/formats/readTableFile.ts'
import { suggestTranscript } from '#shared/formats/transcript/suggestTranscript.ts'
import { newId } from '#shared/model/ids.ts'
import { LIST_NAMES } from '#shared/model/kindNames.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { customerKey } from '../access/customerKey.ts'
import type { Plan } from './planImport.ts'
import type { Refused } from './prepareMap.ts'

type Request = {
  format: TableFormat
  file: Uint8Array
  /** Names the source where no column does; may be empty. */
  fileName: string
  /** As they came, or null: then what we suggest is done. */
  choices: unknown
  existing: MapDocument
  key: Uint8Array
  now: number
}

/** What importing a table of quotes, or a transcript of them, comes to. */
export async function planTable(request: Request): Promise<Plan | Refused> {
  const { file, format, fileName, choices: given, existing, key, now } = request
  const chosen = given === null ? null : importChoicesSchema.safeParse(given)
  if (chosen && !chosen.success) {
    const where = chosen.error.issues[0]?.path.join('.') ?? ''
    return {
      ok: false,
      status: 400,
      code: 'bad_choices',
      message: `The choices for this import are not complete: ${where}.`,
    }
  }
  const read = await readTableFile(file, format, chosen?.data.sheet)
  if (!read.ok) return { ok: false, status: 400, code: 'unreadable_table', message: read.message }
  const { table } = read
  const choices = chosen?.data ?? suggested(table, format, existing, fileName)
  const plan = planImport(table, choices, existing, {
    customerKey: identity => customerKey(key, identity),
    newId,
    today: new Date(now).toISOString().slice(0, 10),
  })
  const { added, duplicates, flagged, redacted } = plan.counts
  return {
    ok: true,
    changes: LIST_NAMES.flatMap(kind => (plan.add[kind] ?? []).map(record => add(kind, record as never))),
    originals: plan.originals.map(({ quote, text, row }) => ({ quote, text, row: JSON.stringify(row) })),
    report: {
      added,
      duplicates,
      duplicateRows: plan.duplicates.map(({ row, reason }) => ({ row, reason })),
      flagged,
      flaggedRows: plan.flagged.map(({ row }) => row),
      skipped: plan.skipped,
      redacted,
      columns: rolesOf(table, choices),
      warnings: [...table.warnings, ...plan.warnings],
    },
  }
}

function suggested(table: Table, format: TableFormat, existing: MapDocument, fileName: string): ImportChoices {
  if (format === 'transcript') return suggestTranscript(table, existing, fileName)
  return suggest(table, matchColumns(table), existing, { fileName })
}

/** Every column with what it was taken for, null for those that only stay in the quote's row. */
function rolesOf({ columns }: Table, choices: ImportChoices): { name: string; role: string | null }[] {
  return columns.map((name, index) => ({ name, role: ROLES.find(role => choices.columns[role] === index) ?? null }))
}
