import type { Version } from '../../api/types.ts'
import { listed } from '../../commands/kindWords.ts'

/** Names that stand in one line; the others are counted. */
const MOST_NAMES = 3

/** Who wrote, the last one first: “Ada, you and 2 others”. Empty for nobody. `me` is this person's id. */
export function authorsWords(authors: Version['authors'], me: string | null): string {
  const named = authors.flatMap(({ id, name }) => (id === me ? ['you'] : name === null ? [] : [name])).toReversed()
  const nameless = authors.length - named.length
  const shown = named.slice(0, named.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES)
  const others = named.length - shown.length + nameless
  if (others === 0) return listed(shown)
  const more = shown.length === 0 ? 'somebody with a link' : others === 1 ? '1 other' : `${others} others`
  return listed([...shown, shown.length === 0 && others > 1 ? `${others} people with a link` : more])
}

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

export function timeWords(at: Date): string {
  return TIME.format(at)
}

/** “Today”, “Yesterday”, or the day by its date. */
export function dayWords(at: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days === 0) return 'Today'
  // Browsers disagree about the comma.
  return days === 1 ? 'Yesterday' : DAY.format(at).replace(',', '')
}

/** Versions under the days on which they were the map, in their order. */
export function byDay(versions: readonly Version[], now: Date): { day: string; versions: Version[] }[] {
  const days: { day: string; versions: Version[] }[] = []
  for (const version of versions) {
    const day = dayWords(new Date(version.at), now)
    const last = days.at(-1)
    if (last?.day === day) last.versions.push(version)
    else days.push({ day, versions: [version] })
  }
  return days
}

/** Local time, since that is what people remember. */
function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
}
