import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  return bytes
}

const TABLE = 'id,comment\n1,Très bien – naïve 😀\n2,ok'

describe('a file is read in the encoding it was written in', () => {
  it.each([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16(`\uFEFF${TABLE}`, false), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(`\uFEFF${TABLE}`, true), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(TABLE, false), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(TABLE, true), 'utf-16be'],
  ])('%s', (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ ok: true, text: TABLE, encoding })
  })

  it('windows-1252, where the bytes are no UTF-8', () => {
    const bytes = Uint8Array.from([...utf8('Caf'), 0xe9, 0x20, 0x80, 0x20, 0x93, 0x94])
    expect(decode(bytes)).toEqual({ ok: true, text: 'Café € “”', encoding: 'windows-1252' })
  })

  it('an empty file is an empty text', () => {
    expect(decode(new Uint8Array())).toEqual({ ok: true, text: '', encoding: 'utf-8' })
  })
})

describe('a file that is no text is refused with a sentence', () => {
  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'picture'],
    ['XLSX', [0x50, 0x4b, 0x03, 0x04, 0x14, 0], 'workbook'],
    ['XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'Excel'],
    ['PDF', [...utf8('%PDF-1.7\n')], 'PDF'],
    ['gzip', [0x1f, 0x8b, 0x08], 'compressed'],
    ['scattered zeros', [1, 0, 0, 65, 66, 0, 67, 68, 0, 0, 0], 'no text'],
    ['control characters', Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 1 : 200)), 'no text'],
  ])('%s', (_name, bytes, word) => {
    const result = decode(Uint8Array.from(bytes))
    expect(result.ok).toBe(false)
    expect(result.ok ? '' : result.message).toMatch(new RegExp(`${word}.*\\.$`))
  })
})
