import { CUT } from '#shared/model/evidence/words.ts'

/**
 * At most about `most` code units of a text around the first word that was looked for, cut between words. Wherever
 * something is left out stands […].
 */
export function excerpt(text: string, wanted: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const [word = ''] = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const at = Math.max(0, line.toLocaleLowerCase().indexOf(word))
  // A third of the room before the word says what it is about.
  const from = wordAfter(line, Math.max(0, Math.min(at - most / 3, line.length - most)))
  const to = wordBefore(line, from + most)
  return `${from > 0 ? `${CUT} ` : ''}${line.slice(from, to).trim()}${to < line.length ? ` ${CUT}` : ''}`
}

/** Scripts without spaces are cut anywhere but inside a character. */
const NEAR = 24

function wordAfter(line: string, index: number): number {
  if (index <= 0) return 0
  const at = Math.floor(index)
  const space = line.indexOf(' ', at)
  if (space >= 0 && space - at < NEAR) return space + 1
  return isInside(line, at) ? at + 1 : at
}

function wordBefore(line: string, index: number): number {
  if (index >= line.length) return line.length
  const space = line.lastIndexOf(' ', index)
  if (index - space < NEAR) return space
  return isInside(line, index) ? index - 1 : index
}

function isInside(line: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(line.charAt(index))
}
