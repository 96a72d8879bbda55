import { z } from 'zod'
import { MAX_ID } from '../../model/field.ts'
import { DETAILS, MAX_RECORDS, NAME, TITLE } from '../../model/limits.ts'
import { QUOTE_KINDS } from '../../model/records/quotes.ts'
import { type ColumnMapping, ROLES } from './columns.ts'
import { fold } from './fold.ts'

/** Longest distinct value that can be mapped: longer than any name, shorter than a text. */
const MAX_VALUE = DETAILS
/** Distinct values of one column; a column with more is no column of stages or the like. */
const MAX_VALUES = MAX_RECORDS

/** Whose turns are quotes, whose are the questions to what follows, and whose stay out. */
export const PARTS = ['customer', 'staff', 'asks', 'left-out'] as const
export type Part = (typeof PARTS)[number]

const value = z.string().max(MAX_VALUE)
const id = z.string().max(MAX_ID)
const name = z.string().max(TITLE)
const existing = z.object({ to: z.literal('existing'), id })
const fresh = z.object({ to: z.literal('new'), name })
const journey = z.object({ to: z.literal('journey') })
const tray = z.object({ to: z.literal('tray') })
const none = z.object({ to: z.literal('none') })

/** Where quotes with a stage's value belong: to a stage, to the whole journey, or nowhere yet (the tray). */
const stageLanding = z.discriminatedUnion('to', [existing, fresh, journey, tray])
/**
 * Where quotes with a touchpoint's value belong. `new` is made within the stage of the row; `stage` is a whole stage:
 * an existing one by id, one of the table by its value, or that of the row (null).
 */
const touchpointLanding = z.discriminatedUnion('to', [
  existing,
  fresh,
  z.object({ to: z.literal('stage'), stage: value.nullable() }),
  journey,
  tray,
])
const sourceLanding = z.discriminatedUnion('to', [
  existing,
  z.object({ to: z.literal('new'), name, method: name }),
  none,
])
const personaLanding = z.discriminatedUnion('to', [existing, fresh, none])
const painLanding = z.discriminatedUnion('to', [existing, fresh])

function listOf<T extends z.ZodType>(entry: T) {
  return z.array(entry).max(MAX_VALUES)
}

const columns = z.object(
  Object.fromEntries(ROLES.map(role => [role, z.int().min(0).nullable().default(null)])),
) as unknown as z.ZodType<ColumnMapping>

/** Everything about an import that a person can change by hand, as it travels to the server. */
export const importChoicesSchema = z.object({
  columns,
  /** Who speaks in a table without a customer column. */
  withoutCustomer: z.enum(['each-row-another', 'unknown']),
  side: z.enum(['customer', 'staff']),
  how: z.enum(['written', 'recorded', 'noted', 'recalled']),
  /** Values of the stage column; the empty one stands for rows without a stage. */
  stages: listOf(z.object({ value, landing: stageLanding })),
  /** A touchpoint's value can occur in several stages and is another touchpoint in each. */
  touchpoints: listOf(z.object({ stage: value, value, landing: touchpointLanding })),
  /** Only ticked values become pain points. */
  pains: listOf(z.object({ value, ticked: z.boolean(), landing: painLanding })),
  /** What labels of sentiment suggest; used only when `acceptSentiment` is set. */
  sentiments: listOf(z.object({ value, kind: z.enum(QUOTE_KINDS) })),
  acceptSentiment: z.boolean(),
  score: z.object({
    good: z.enum(['high', 'low']),
    /** Only a score that rates the touchpoint becomes the quote's feeling. */
    rates: z.enum(['touchpoint', 'whole']),
    values: listOf(z.object({ value, feeling: z.int().min(-2).max(2).nullable() })),
  }),
  /** Values of the source column; the empty one stands for rows without a source. */
  sources: listOf(z.object({ value, landing: sourceLanding })),
  personas: listOf(z.object({ value, landing: personaLanding })),
  /** What each speaker of a transcript is; empty for a table, in which all rows are words of the same side. */
  speakers: listOf(z.object({ value, part: z.enum(PARTS) })).default([]),
  /**
   * What the session of a transcript is called, '' for a table. In a session a name is one person, whoever has that name
   * elsewhere, and ids are places (a time, a turn), which say where something was said but not that it is the same.
   */
  session: name.default(''),
  /** The day on which was said what no row dates. */
  saidOn: z.iso.date().nullable().default(null),
  /** The sheet of a workbook; '' for its first. */
  sheet: z.string().max(NAME).default(''),
  /** The question asked, for rows that do not name it themselves. */
  prompt: z.string().max(TITLE * 4),
  /** Which number is the day in 03/04/2021; null: found out from the column. */
  dayOrder: z.enum(['day first', 'month first']).nullable(),
})

export type ImportChoices = z.infer<typeof importChoicesSchema>
export type StageLanding = z.infer<typeof stageLanding>
export type TouchpointLanding = z.infer<typeof touchpointLanding>
export type SourceLanding = z.infer<typeof sourceLanding>
export type PersonaLanding = z.infer<typeof personaLanding>
export type PainLanding = z.infer<typeof painLanding>

/** Under which key choices are remembered for files with the same columns in the same order. */
export function choicesKey(columns: readonly string[]): string {
  return JSON.stringify(columns.map(fold))
}
