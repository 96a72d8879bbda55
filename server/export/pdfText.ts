import { inflateSync } from 'node:zlib'

// Reads the text out of PDFs as a viewer does that somebody copies from: by each font's own table of characters. For
// tests; it knows what our drawing writes and no more.

export type PdfPage = { readonly width: number; readonly height: number; readonly text: string }

/** The pages of a PDF with their texts, one line for each line that was drawn, and whether every font is inside. */
export function readPdf(bytes: Uint8Array): { pages: PdfPage[]; fonts: { name: string; embedded: boolean }[] } {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) objects.set(id, body)
  const deref = (id: string | undefined) => objects.get(id ?? '') ?? ''
  const stream = (id: string | undefined) => {
    const [, raw = ''] = /stream\r?\n(.*?)\nendstream/s.exec(deref(id)) ?? []
    return raw === '' ? '' : inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
  }
  const fontOf = (id: string) => charactersOf(stream(/\/ToUnicode (\d+) 0 R/.exec(deref(id))?.[1]))
  const pages = [...objects.values()]
    .filter(body => /\/Type \/Page\b/.test(body))
    .map((body): PdfPage => {
      const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []
      const named = /\/Font <<(.*?)>>/s.exec(body)?.[1] ?? ''
      const fonts = new Map(
        [...named.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(id)]),
      )
      return {
        width: Number(width),
        height: Number(height),
        text: textOf(stream(/\/Contents (\d+) 0 R/.exec(body)?.[1]), fonts),
      }
    })
  // The letters of these are drawings in the file itself: outlines around words that stand over lines.
  const drawn = [...objects.values()].filter(body => /\/Subtype \/Type3/.test(body))
  const described = [...objects].filter(([, body]) => /\/Type \/FontDescriptor/.test(body))
  const fonts = described.map(([id, body]) => ({
    name: /\/FontName \/(?:[A-Z]{6}\+)?(\S+)/.exec(body)?.[1] ?? '',
    embedded: /\/FontFile\d? /.test(body) || drawn.some(font => font.includes(`/FontDescriptor ${id} 0 R`)),
  }))
  return { pages, fonts }
}

type Characters = ReadonlyMap<number, string>

function charactersOf(table: string): Characters {
  const characters = new Map<number, string>()
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, list = ''] of table.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, code = '', to = ''] of list.matchAll(/<(\w+)> <(\w+)>/g))
      characters.set(Number.parseInt(code, 16), text(to))
  }
  for (const [, list = ''] of table.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(from, 16)
      for (let code = start; code <= Number.parseInt(to, 16); code++) {
        characters.set(code, String.fromCodePoint((text(first).codePointAt(0) ?? 0) + code - start))
      }
    }
  }
  return characters
}

function textOf(content: string, fonts: ReadonlyMap<string, Characters>): string {
  let font: Characters = new Map()
  let line = ''
  let text = ''
  for (const [, name, place, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|([-\d. ]+) Tm|<([0-9A-F]+)> Tj/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    else if (place !== undefined) {
      if (place !== line) text += '\n'
      line = place
    } else for (const [code] of (shown ?? '').matchAll(/..../g)) text += font.get(Number.parseInt(code, 16)) ?? ''
  }
  return text.replaceAll('\0', ' ').trim()
}
