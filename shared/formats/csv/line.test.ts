import { describe, expect, it } from 'vitest'
import { emptyMap } from '../../model/MapDocument.ts'
import { formatOf, readTableFile } from '../readTableFile.ts'
import { suggestTranscript } from '../transcript/suggestTranscript.ts'
import { workbookOf } from '../xlsx/testWorkbook.ts'
import { matchColumns } from './columns.ts'
import { planImport } from './plan.ts'
import { suggest } from './suggest.ts'
import { toolsFor } from './testTools.ts'

const CELLS = [
  ['customer', 'verbatim'],
  ['Ann', 'It rained.'],
  ['Ben', 'Fine.'],
]

/** Where each quote of a file was said, as it comes onto a map. */
async function placesIn(content: string | Uint8Array, name: string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await readTableFile(bytes, formatOf(bytes, name))
  if (!read.ok) throw new Error(read.message)
  const choices =
    read.format === 'transcript'
      ? suggestTranscript(read.table, emptyMap(), name)
      : suggest(read.table, matchColumns(read.table), emptyMap())
  const all = { ...choices, speakers: choices.speakers.map(one => ({ ...one, part: 'customer' as const })) }
  const { quotes = [] } = planImport(read.table, all, emptyMap(), toolsFor('a')).add
  return quotes.map(({ text, line, ref }) => [text, line, ref])
}

describe('where in its file a quote was said', () => {
  it.each([
    ['CSV', 'voices.csv', 'customer,verbatim\nAnn,It rained.\nBen,Fine.\n'],
    ['TSV', 'voices.tsv', 'customer\tverbatim\r\nAnn\tIt rained.\r\nBen\tFine.\r\n'],
    ['pasted cells', 'pasted.csv', CELLS.map(row => row.map(cell => `"${cell}"`).join(',')).join('\r\n')],
    ['a workbook', 'voices.xlsx', workbookOf({ Answers: CELLS })],
  ])('is the line of %s', async (_, name, content) => {
    expect(await placesIn(content, name)).toEqual([
      ['It rained.', 2, ''],
      ['Fine.', 3, ''],
    ])
  })

  it('is the line on which a row begins, though others above it have several', async () => {
    const csv = 'customer,verbatim\nAnn,"It rained,\nand rained."\n\nBen,Fine.\n'
    expect(await placesIn(csv, 'voices.csv')).toEqual([
      ['It rained,\nand rained.', 2, ''],
      ['Fine.', 5, ''],
    ])
  })

  it('is the session and the minute, or the turn, in a transcript', async () => {
    const timed = '[00:00:05] Ann: It rained.\n[00:01:09] Ben: Fine.\n[00:02:00] Ann: Still.'
    expect((await placesIn(timed, 'panel march.txt')).map(([, line, ref]) => [line, ref])).toEqual([
      [null, 'panel march, 00:00:05'],
      [null, 'panel march, 00:01:09'],
      [null, 'panel march, 00:02:00'],
    ])
    const plain = 'Ann: It rained.\nBen: Fine.\nAnn: Still.\nBen: Yes.'
    expect((await placesIn(plain, 'panel.txt')).at(-1)).toEqual(['Yes.', null, 'panel, turn 4'])
  })
})
