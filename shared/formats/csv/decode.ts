/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; message: string }

/** First bytes of files that are no text, and what to tell the person. */
const SIGNATURES: readonly { bytes: readonly number[]; message: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], message: 'This is a picture, not a table.' },
  { bytes: [0xff, 0xd8, 0xff], message: 'This is a picture, not a table.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], message: 'This is a picture, not a table.' },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    message: 'This is a workbook or a ZIP file. Save the sheet as CSV and import that.',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: 'This is an old Excel workbook. Save the sheet as CSV and import that.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], message: 'This is a PDF, not a table. Export the quotes as CSV and import that.' },
  { bytes: [0x1f, 0x8b], message: 'This file is compressed. Unpack it and import the table inside.' },
]

const NO_TEXT = 'This file holds no text that can be read as a table.'

/** Bytes that are enough to tell how a file is written. */
const SAMPLE = 64 * 1024

/**
 * The text of a file. A byte order mark decides; without one it is UTF-8 when it is valid, UTF-16 when every other
 * byte is mostly empty, and else windows-1252, which older spreadsheets write. Files that are no text are refused.
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const { bytes: first, message } of SIGNATURES) {
    if (first.every((byte, at) => bytes[at] === byte)) return { ok: false, message }
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return read(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be')
  const wide = wideEncoding(bytes)
  if (wide) return read(bytes, wide)
  if (bytes.includes(0)) return { ok: false, message: NO_TEXT }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return read(bytes, 'windows-1252')
  }
}

/** Decodes leniently: a broken piece becomes U+FFFD. TextDecoder takes the byte order mark away. */
function read(bytes: Uint8Array, encoding: Encoding): Decoded {
  const decoded = new TextDecoder(encoding).decode(bytes)
  const text = encoding === 'windows-1252' ? decoded.replace(/[\x80-\x9F]/g, fromWindows) : decoded
  if (controls(text) > 0.05) return { ok: false, message: NO_TEXT }
  return { ok: true, text, encoding }
}

/** What stands from 0x80 on; a space where windows-1252 has nothing. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Some runtimes read windows-1252 as latin-1 and leave control characters where the quotation marks stood. */
function fromWindows(control: string): string {
  return WINDOWS[control.charCodeAt(0) - 0x80] ?? control
}

/** UTF-16 without a mark: in a table delimiters, digits and line ends leave one byte of two empty. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const end = Math.min(bytes.length, SAMPLE)
  const empty = [0, 0]
  for (let at = 0; at < end; at++) if (bytes[at] === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  const pairs = end / 2
  if (odd > pairs / 5 && even < odd / 5) return 'utf-16le'
  if (even > pairs / 5 && odd < even / 5) return 'utf-16be'
  return undefined
}

/** The share of control characters, as hardly any text has and nearly every binary file. */
function controls(text: string): number {
  const sample = text.slice(0, SAMPLE)
  let found = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32)) found++
  }
  return sample.length === 0 ? 0 : found / sample.length
}
