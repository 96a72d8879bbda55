import { readStored, writeStored } from './storage.ts'

/** Who sits at this browser, as others on a map see them. */
export type Me = {
  name: string
  /** One of `PEOPLE_COLORS`. */
  color: string
}

/** Each reads with white text (4.5:1) and stands out on light and dark paper as a cursor. */
export const PEOPLE_COLORS = [
  { color: '#1565c0', name: 'Blue' },
  { color: '#00796b', name: 'Teal' },
  { color: '#2e7d32', name: 'Green' },
  { color: '#5f7300', name: 'Olive' },
  { color: '#8a6100', name: 'Ochre' },
  { color: '#b4531b', name: 'Rust' },
  { color: '#b3261e', name: 'Red' },
  { color: '#be2a63', name: 'Pink' },
  { color: '#a4308f', name: 'Magenta' },
  { color: '#7b3fb8', name: 'Violet' },
  { color: '#4a56c7', name: 'Indigo' },
  { color: '#546270', name: 'Slate' },
] as const

/** UTF-16 code units; the server takes no more. */
export const LONGEST_NAME = 80
const KEY = 'verbatim.me'

/** The person of this browser, or null when nobody has been asked yet. */
export function readMe(): Me | null {
  const stored = readStored(KEY)
  if (typeof stored !== 'object' || stored === null) return null
  const { name, color } = stored as Record<string, unknown>
  if (typeof name !== 'string' || complaintAbout(name) !== null) return null
  return { name: name.trim(), color: PEOPLE_COLORS.find(one => one.color === color)?.color ?? colorOf(name.trim()) }
}

export function writeMe({ name, color }: Me): void {
  writeStored(KEY, { name: name.trim(), color })
}

/** What is wrong with a name, as one sentence; null when nothing is. */
export function complaintAbout(name: string): string | null {
  const trimmed = name.trim()
  if (!trimmed) return 'Say your name, so that others know who is here.'
  return trimmed.length > LONGEST_NAME ? `A name has at most ${LONGEST_NAME} characters.` : null
}

/** For a person whose own colour is none of ours any more: the same one each time. */
function colorOf(name: string): string {
  let sum = 0
  for (const character of name) sum += character.codePointAt(0) ?? 0
  return PEOPLE_COLORS[sum % PEOPLE_COLORS.length]?.color ?? PEOPLE_COLORS[0].color
}

/** A colour to begin with; by chance, so that a room of newcomers is not all blue. */
export function anyColor(): string {
  return PEOPLE_COLORS[Math.floor(Math.random() * PEOPLE_COLORS.length)]?.color ?? PEOPLE_COLORS[0].color
}
