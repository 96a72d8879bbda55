/** One row of a real file of quotes as tests compare with it; read in ten lines, independent of the import. */
export type VoiceRow = {
  id: string
  customer: string
  place: string | null
  stage: string
  text: string
  score: string
  sentiment: string
}

/** The rows of a CSV with the columns of `../shared/data/README.md`. Nothing but quotes, commas and line ends (RFC 4180). */
export function readVoices(csv: string): VoiceRow[] {
  const rows: string[][] = [['']]
  for (const [piece] of csv.matchAll(/"(?:[^"]|"")*"|\r?\n|,|[^",\r\n]+/g)) {
    if (piece === ',') rows.at(-1)?.push('')
    else if (/^\r?\n$/.test(piece)) rows.push([''])
    else rows.at(-1)?.splice(-1, 1, piece.startsWith('"') ? piece.slice(1, -1).replaceAll('""', '"') : piece)
  }
  const [names = [], ...body] = rows.filter(row => row.length > 1)
  const cell = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? ''
  return body.map(row => ({
    id: cell(row, 'quote_id'),
    customer: cell(row, 'customer'),
    place: /^(?:Not assigned)?$/.test(cell(row, 'touchpoint')) ? null : cell(row, 'touchpoint'),
    stage: cell(row, 'stage'),
    text: cell(row, 'verbatim').trim(),
    score: cell(row, 'score'),
    sentiment: cell(row, 'sentiment'),
  }))
}
