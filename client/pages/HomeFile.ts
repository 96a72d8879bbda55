import { MAX_BODY } from '#shared/model/limits.ts'

/** What a dropped or chosen file is, as far as its first look tells. */
export type SortedFile =
  | { kind: 'json' | 'png' | 'table' }
  /** `sentence` says what is wrong with it and what to do. */
  | { kind: 'refused'; sentence: string }

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Bytes that are looked at. */
const HEAD = 4096
/** Bytes up to which a table is read to see whether it has rows; a longer one has. */
const SMALL_TABLE = 64 * 1024
const MIB = 1024 * 1024

/** Looks into a file; names alone deceive. Whether what it holds is sound is for whoever reads it. */
export async function sortFile(file: File): Promise<SortedFile> {
  if (file.size === 0) return refused(`“${file.name}” is empty. Choose another file.`)
  if (file.size > MAX_BODY) {
    const size = Math.ceil(file.size / MIB).toLocaleString('en-GB')
    return refused(`“${file.name}” has ${size} MB. At most ${MAX_BODY / MIB} MB can be opened.`)
  }
  try {
    return await lookInto(file)
  } catch {
    return refused(`“${file.name}” can’t be read. It may have been moved or be a folder; choose a file.`)
  }
}

async function lookInto(file: File): Promise<SortedFile> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  if (PNG_SIGNATURE.every((byte, index) => head[index] === byte)) return { kind: 'png' }
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const isWorkbook = head[0] === 0x50 && head[1] === 0x4b && /\.xls[xm]$/i.test(file.name)
  if (isWorkbook || /\.(vtt|srt)$/i.test(file.name)) return { kind: 'table' }
  if (head.includes(0) && !isUtf16) return refused(notOurs(file.name))
  const isTable = /\.(csv|tsv|tab|txt)$/i.test(file.name) || /^text\/(csv|tab-separated-values)/.test(file.type)
  const start = new TextDecoder(isUtf16 && head[0] === 0xfe ? 'utf-16be' : isUtf16 ? 'utf-16le' : 'utf-8').decode(head)
  const isObject = start.trimStart().startsWith('{')
  if (!isObject) return isTable ? await lookIntoTable(file) : refused(notOurs(file.name))
  // An object without this word is another program's; an empty map made from it would be no help.
  if ((await file.text()).includes('verbatim-map')) return { kind: 'json' }
  return isTable
    ? await lookIntoTable(file)
    : refused(`This JSON is no Verbatim map: “${file.name}” was made by another program.`)
}

/** Before a map is made for it: one that is left behind without a quote helps nobody. */
async function lookIntoTable(file: File): Promise<SortedFile> {
  if (file.size > SMALL_TABLE) return { kind: 'table' }
  const part = await import('#shared/formats/csv/table.ts').catch(() => null)
  const read = part?.readTable(new Uint8Array(await file.arrayBuffer()))
  return read && !read.ok ? refused(read.message) : { kind: 'table' }
}

function notOurs(name: string): string {
  return `“${name}” can’t be opened. Choose a map (JSON or PNG) or quotes (CSV, Excel, a transcript).`
}

function refused(sentence: string): SortedFile {
  return { kind: 'refused', sentence }
}

/** A map's title from a file's name: `kunden_stimmen-2024.csv` → `kunden stimmen 2024`. */
export function titleFrom(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim()
}
