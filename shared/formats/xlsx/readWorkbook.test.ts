import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './readWorkbook.ts'
import { type TestCell, workbookOf, zipOf } from './testWorkbook.ts'

async function tableFrom(rows: TestCell[][], options?: Parameters<typeof workbookOf>[1]) {
  const read = await readWorkbook(workbookOf({ Sheet1: rows }, { pack: deflateRawSync, ...options }))
  if (!read.ok) throw new Error(read.message)
  return read.table
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes)
  return read.ok ? 'was read' : read.message
}

describe('a workbook', () => {
  it('is a table of its columns and rows, by the numbers of its rows', async () => {
    const table = await tableFrom([
      ['customer', 'verbatim', 'score'],
      [],
      ['Ann', 'It rained & I <waited>', 4],
      ['Ben', 'Fine'],
    ])
    expect(table.columns).toEqual(['customer', 'verbatim', 'score'])
    expect(table.rows).toEqual([
      ['Ann', 'It rained & I <waited>', '4'],
      ['Ben', 'Fine', ''],
    ])
    expect(table.lines).toEqual([3, 4])
    expect(table.warnings).toEqual([])
  })

  it.each([
    ['a day', 'yyyy-mm-dd', 45_356, '2024-03-05'],
    ['a day as Germans write it', 'dd.mm.yyyy;@', 45_356, '2024-03-05'],
    ['a day with a time', 'd/m/yy h:mm', 45_356.5, '2024-03-05 12:00'],
    ['the last day of the leap year that never was', 'dd/mm/yyyy', 59, '1900-02-28'],
    ['the first one after it', 'dd/mm/yyyy', 61, '1900-03-01'],
    ['a day with words and a colour', '[Red]"on" d mmm yyyy', 45_356, '2024-03-05'],
    ['a time', 'hh:mm', 0.75, '18:00'],
    ['hours beyond a day', '[h]:mm', 0.75, '18:00'],
    ['a percentage', '0.0%', 0.375, '37.5%'],
    ['a customer number with leading zeros', '00000', 423, '00423'],
    ['an amount', '#,##0.00 "days"', 12.5, '12.5'],
    ['an amount in red', '#,##0;[Red]-#,##0', 12.5, '12.5'],
    ['noise behind the fifteenth digit', 'General', 0.1 + 0.2, '0.3'],
    ['a long number', 'General', 1_234_567_890_123, '1234567890123'],
  ])('shows %s as people see it', async (_, look, value, shown) => {
    const table = await tableFrom(
      [
        ['comment', 'date'],
        ['Fine', { value, look: 1 }],
      ],
      { looks: [look] },
    )
    expect(table.rows).toEqual([['Fine', shown]])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const cell = { value: 43_894, look: 1 }
    const table = await tableFrom(
      [
        ['comment', 'date'],
        ['Fine', cell],
      ],
      { looks: ['yyyy-mm-dd'], from1904: true },
    )
    expect(table.rows[0]?.[1]).toBe('2024-03-05')
  })

  it('reads shared, formatted and computed words, and leaves pronunciation out', async () => {
    const texts = `<sst><si><t>comment</t></si><si><r><t>Two </t></r><r><t xml:space="preserve">parts</t></r></si>
      <si><t>駅</t><rPh sb="0" eb="1"><t>エキ</t></rPh></si><si><t>a_x000D_b</t></si></sst>`
    const shared = (number: number): TestCell => ({ xml: `<c t="s"><v>${number}</v></c>` })
    const table = await tableFrom(
      [
        [shared(0), 'other'],
        [shared(1), { xml: '<c t="str"><f>A1&amp;"!"</f><v>joined</v></c>' }],
        [shared(2), { xml: '<c t="b"><v>1</v></c>' }],
        [shared(3), { xml: '<c t="e"><v>#N/A</v></c>' }],
        [shared(99), { xml: '<x:c t="d"><x:v>2024-03-05T00:00:00</x:v></x:c>' }],
      ],
      { texts },
    )
    expect(table.rows).toEqual([
      ['Two parts', 'joined'],
      ['駅', 'TRUE'],
      ['a\rb', ''],
      ['', '2024-03-05'],
    ])
  })

  it('opens the first sheet that holds rows, or the one that is named, and lists those people see', async () => {
    const rows = [['comment'], ['One']]
    const bytes = workbookOf(
      { Cover: [], Wave1: rows, Wave2: [['comment'], ['Two']], Secret: rows },
      { hidden: ['Secret'] },
    )
    expect(await readWorkbook(bytes)).toMatchObject({ sheet: 'Wave1', sheets: ['Cover', 'Wave1', 'Wave2'] })
    expect(await readWorkbook(bytes, 'Wave2')).toMatchObject({ sheet: 'Wave2', table: { rows: [['Two']] } })
    expect(await readWorkbook(bytes, 'Cover')).toMatchObject({ ok: false, message: 'This sheet is empty.' })
    expect(await readWorkbook(bytes, 'Secret')).toMatchObject({ sheet: 'Wave1' })
  })
})

describe('what is no workbook, or too much of one, is refused in a sentence:', () => {
  it.each([
    ['another archive', zipOf({ 'readme.txt': 'hello' }), /no workbook/],
    ['an OpenDocument sheet', zipOf({ mimetype: 'x', 'META-INF/manifest.xml': '<x/>' }), /OpenDocument/],
    [
      'a binary workbook',
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': 'x',
      }),
      /binary workbook/,
    ],
    ['one without sheets', workbookOf({}), /no sheet/],
    ['half of one', workbookOf({ A: [['comment'], ['One']] }).slice(0, 900), /damaged/],
    ['one with too many columns', workbookOf({ A: [['comment'], Array(600).fill('x')] }), /more than 500 columns/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence)
  })

  it('a bomb, whether it says its size or not, and words that a thousand cells share', async () => {
    const most = 100_000
    const refused = { ok: false, message: expect.stringMatching(/too large to be read/) }
    const bomb = workbookOf({ A: [['comment'], ['x'.repeat(most)]] }, { pack: deflateRawSync })
    expect(bomb.length).toBeLessThan(5_000)
    expect(await readWorkbook(bomb, '', most)).toMatchObject(refused)
    // The central directory says that each file has one byte.
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
    }
    expect(await readWorkbook(bomb, '', most)).toMatchObject(refused)
    const long = { xml: '<c t="s"><v>0</v></c>' }
    const shared = workbookOf(
      { A: Array(1_000).fill([long]) },
      { texts: `<sst><si><t>${'x'.repeat(1_000)}</t></si></sst>` },
    )
    expect(await readWorkbook(shared, '', most)).toMatchObject(refused)
    expect(await readWorkbook(shared)).toMatchObject({ ok: true })
  })

  it('bytes that were changed by chance end in a table or a sentence, never in an error', async () => {
    const sound = workbookOf(
      {
        A: [
          ['comment', 'score'],
          ['Fine', 3],
          ['Bad', { value: 44_000, look: 1 }],
        ],
      },
      { looks: ['d'] },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async changes => {
          const bytes = sound.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          const read = await readWorkbook(bytes)
          expect(read.ok || /\.$/.test(read.message)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
