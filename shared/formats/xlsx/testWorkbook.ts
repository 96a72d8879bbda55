/** Packs a file's bytes as ZIP does (raw deflate); the platform's own comes from the test, as browsers have none that answers at once. */
export type Pack = (bytes: Uint8Array) => Uint8Array

/** A ZIP archive of these files, stored or packed, without checksums, which nobody here reads. For tests. */
export function zipOf(files: Readonly<Record<string, string>>, pack?: Pack): Uint8Array<ArrayBuffer> {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = new TextEncoder().encode(content)
    const data = pack ? pack(plain) : plain
    const title = new TextEncoder().encode(name)
    const fields = [20, 0, pack ? 8 : 0, 0, 0, 0, 0, ...wide(data.length), ...wide(plain.length), title.length, 0]
    local.push(words(0x4b50, 0x0403, ...fields), title, data)
    central.push(words(0x4b50, 0x0201, 20, ...fields, 0, 0, 0, 0, 0, ...wide(at)), title)
    at += 30 + title.length + data.length
  }
  const list = joined(central)
  const count = Object.keys(files).length
  return joined([...local, list, words(0x4b50, 0x0605, 0, 0, count, count, ...wide(list.length), ...wide(at), 0)])
}

/** Numbers of two bytes each, the lower first. */
function words(...numbers: number[]): Uint8Array {
  return new Uint8Array(numbers.flatMap(number => [number & 0xff, number >>> 8]))
}

function wide(number: number): [number, number] {
  return [number & 0xffff, number >>> 16]
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A cell as it stands in a sheet's XML: words, a number with the number of its look, or XML as given. */
export type TestCell = string | number | { value: number; look: number } | { xml: string } | null

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}

function cellXml(cell: TestCell, at: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  return 'xml' in cell ? cell.xml : `<c r="${at}" s="${cell.look}"><v>${cell.value}</v></c>`
}

export function sheetXml(rows: readonly (readonly TestCell[])[]): string {
  const body = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')
    return `<row r="${row + 1}">${inner}</row>`
  })
  return `<?xml version="1.0"?><worksheet><sheetData>${body.join('')}</sheetData></worksheet>`
}

type Options = {
  /** Format codes, from look 1 on; look 0 is a plain number. */
  looks?: readonly string[]
  texts?: string
  from1904?: boolean
  hidden?: readonly string[]
  pack?: Pack
}

/** A workbook of these sheets by name. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>,
  { looks = [], texts, from1904 = false, hidden = [], pack }: Options = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets)
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`
  const entries = names.map(
    (name, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${hidden.includes(name) ? 'state="hidden" ' : ''}r:id="r${at}"/>`,
  )
  const formats = looks.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`).join('')
  const styles = ['<xf numFmtId="0"/>', ...looks.map((_, at) => `<xf numFmtId="${200 + at}"/>`)].join('')
  return zipOf(
    {
      '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${[
        ...names.map((_, at) => relation(`r${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation('rs', 'styles', 'styles.xml'),
        relation('rt', 'sharedStrings', '/xl/sharedStrings.xml'),
      ].join('')}</Relationships>`,
      'xl/styles.xml': `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`,
      ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': texts }),
      ...Object.fromEntries(
        names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheets[name] ?? [])]),
      ),
    },
    pack,
  )
}
