import { JOURNEY } from '#shared/model/ids.ts'
import type { Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** The words of a quote before redaction, for those who may see them. */
type OriginalOf = (quote: string) => string | undefined

const COLUMNS = [
  'quote_id',
  'customer',
  'segment',
  'channel',
  'stage',
  'touchpoint',
  'verbatim',
  'date',
  'score',
  'sentiment',
  'pain_points',
  'source',
] as const
type Row = Record<(typeof COLUMNS)[number], string>

const SENTIMENTS: Readonly<Record<Quote['kind'], string>> = {
  worked: 'worked',
  'did-not-work': 'did not work',
  wish: 'wish',
  other: '',
}

/**
 * The quotes of a map as a table (RFC 4180, with a byte order mark for spreadsheets), in the columns that an import
 * finds by name. What customers who withdrew have said is left out.
 */
export function quotesCsv(map: MapDocument, originalOf: OriginalOf = () => undefined): string {
  const customers = byId(map.customers)
  const stages = byId(map.stages)
  const touchpoints = byId(map.touchpoints)
  const sources = byId(map.sources)
  const personas = byId(map.personas)
  const pains = painsByQuote(map)

  const rows = map.quotes.flatMap((quote): Row[] => {
    const customer = customers.get(quote.customer ?? '')
    if (customer?.consent === 'withdrawn') return []
    const touchpoint = touchpoints.get(quote.touchpoint ?? '')
    const about = quote.about === JOURNEY ? 'Overall' : stages.get(quote.about ?? '')?.name
    return [
      {
        quote_id: quote.ref || quote.id,
        customer: customer?.alias ?? '',
        segment: personas.get(customer?.persona ?? '')?.name ?? '',
        channel: quote.channel,
        stage: stages.get(touchpoint?.stage ?? '')?.name ?? about ?? '',
        touchpoint: touchpoint?.title ?? '',
        verbatim: originalOf(quote.id) ?? quote.text,
        date: quote.saidOn ?? '',
        score: quote.score,
        sentiment: SENTIMENTS[quote.kind],
        pain_points: (pains.get(quote.id) ?? []).join('; '),
        source: sources.get(quote.source ?? '')?.name ?? '',
      },
    ]
  })
  const lines = [COLUMNS.join(','), ...rows.map(row => COLUMNS.map(column => cell(row[column])).join(','))]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function byId<R extends { id: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map(record => [record.id, record]))
}

/** Titles of the pain points that a quote, or an excerpt of it, supports. */
function painsByQuote({ evidence, excerpts, painPoints }: MapDocument): Map<string, string[]> {
  const titles = new Map(painPoints.map(({ id, title }) => [id, title]))
  const quoteOf = new Map(excerpts.map(({ id, quote }) => [id, quote]))
  const pains = new Map<string, string[]>()
  for (const { claim, quote, stance } of evidence) {
    const title = titles.get(claim)
    const key = quoteOf.get(quote) ?? quote
    const known = pains.get(key) ?? []
    if (title !== undefined && stance === 'supports' && !known.includes(title)) pains.set(key, [...known, title])
  }
  return pains
}

/** Quoted where it has to be. What a spreadsheet would take for a formula, numbers aside, starts with an apostrophe. */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
