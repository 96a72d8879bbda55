/** Hears the parts of a document in their order. Names, also those of attributes, are without their prefix. */
export type XmlListener = {
  open(name: string, attributes: (name: string) => string | null): void
  close(name: string): void
  text(text: string): void
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Walks through an XML document as programs write them: elements, attributes, text, CDATA; comments, instructions and
 * the document type are stepped over. Only the five entities of XML and numbers mean something, so that no entity can
 * grow. Never throws: what is cut off ends where it is cut.
 */
export function walkXml(xml: string, { open, close, text }: XmlListener): void {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const end = start < 0 ? xml.length : start
    if (end > at) text(plain(xml.slice(at, end)))
    if (start < 0) return
    if (xml.startsWith('<!--', start)) at = after(xml, '-->', start + 4)
    else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start + 9)
      text(xml.slice(start + 9, at - 3))
    } else if (xml[start + 1] === '?' || xml[start + 1] === '!') at = after(xml, '>', start)
    else at = tag(xml, start, open, close)
  }
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from)
  return found < 0 ? xml.length : found + end.length
}

function tag(xml: string, start: number, open: XmlListener['open'], close: XmlListener['close']): number {
  const end = endOfTag(xml, start)
  if (xml[start + 1] === '/') {
    close(localName(xml.slice(start + 2, end).trim()))
    return end + 1
  }
  const isEmpty = xml[end - 1] === '/'
  const inner = xml.slice(start + 1, isEmpty ? end - 1 : end)
  const space = inner.search(/\s/)
  const name = localName(space < 0 ? inner : inner.slice(0, space))
  open(name, wanted => (space < 0 ? null : attribute(inner.slice(space), wanted)))
  if (isEmpty) close(name)
  return end + 1
}

/** A `>` inside of an attribute's value ends nothing. */
function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at]
    if (character === '>') return at
    if (character === '"' || character === "'") {
      const closing = xml.indexOf(character, at + 1)
      if (closing < 0) return xml.length
      at = closing
    }
  }
  return xml.length
}

function attribute(attributes: string, wanted: string): string | null {
  for (const [, name = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(name) === wanted) return plain(double ?? single ?? '')
  }
  return null
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
  })
}
