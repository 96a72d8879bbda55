import { redact } from '#shared/formats/redact/redact.ts'

const NAMES = {
  email: ['An e-mail address', 'e-mail addresses'],
  phone: ['A phone number', 'phone numbers'],
  account: ['An account number', 'account numbers'],
  reference: ['A reference number', 'reference numbers'],
  postcode: ['A postcode', 'postcodes'],
} as const

/** UTF-16 code units of what stands before a hidden piece, so that one sees which it is. */
const BEFORE = 16

/** What will be hidden in a quote that is being typed, as a sentence with the first place; null when nothing is. */
export function struckWords(text: string): string | null {
  const { text: shown, spans } = redact(text)
  const [first] = spans
  if (!first) return null
  const kinds = [...new Set(spans.map(span => span.kind))]
  const parts = kinds.map((kind, index) => {
    const count = spans.filter(span => span.kind === kind).length
    const [one, many] = NAMES[kind]
    const words = count === 1 ? one : `${count} ${many}`
    return index === 0 ? words : words.replace(/^An? /, article => article.toLowerCase())
  })
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0]
  const from = Math.max(0, first.start - BEFORE)
  const place = `${from > 0 ? '…' : ''}${shown.slice(from, first.start).trimStart().toWellFormed()}███`
  return `${list} will be hidden: ${place}`
}
