import { add, type Change } from '#shared/doc/change.ts'
import { JOURNEY, newId } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { OpenMap } from '../store/MapContext.tsx'

/** What a theme can become: a claim of the team, on which the theme's quotes stand. */
export type ThemeClaim = 'painPoint' | 'opportunity' | 'assumption'

/** The touchpoint on which more than half of these quotes lie, or null. */
export function mainPlace({ quotes }: MapDocument, ids: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>()
  for (const { id, touchpoint } of quotes) {
    if (touchpoint !== null && ids.has(id)) counts.set(touchpoint, (counts.get(touchpoint) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] > ids.size / 2 ? most[0] : null
}

/**
 * Makes a claim from quotes that say similar things, with each of them as support, where most of them lie. One step. An
 * assumption follows the one about the same subject, as any new assumption does. Returns the claim's id.
 */
export function claimFromTheme(
  open: OpenMap,
  into: ThemeClaim,
  { words, quotes, author }: { words: string; quotes: readonly string[]; author: string },
): string {
  const { map, evidence } = open.map.getState()
  const known = new Set(map.quotes.map(({ id }) => id))
  const there = quotes.filter(id => known.has(id))
  const touchpoint = mainPlace(map, new Set(there))
  const id = newId()
  const title = words.trim().slice(0, TITLE).toWellFormed()
  const pieces = there.map(quote =>
    add('evidence', KINDS.evidence.make({ id: newId(), claim: id, quote, stance: 'supports' })),
  )
  const claim = (): Change => {
    if (into === 'painPoint') return add('painPoints', KINDS.painPoints.make({ id, title, author, touchpoint }))
    if (into === 'opportunity') return add('opportunities', KINDS.opportunities.make({ id, title, author, touchpoint }))
    const about = touchpoint ?? JOURNEY
    const before = evidence.assumptionAbout(about)
    const madeOn = new Date().toISOString().slice(0, 10)
    const fields = {
      about,
      text: title,
      feeling: before?.feeling ?? null,
      author,
      madeOn,
      replaces: before?.id ?? null,
    }
    return add('assumptions', KINDS.assumptions.make({ id, ...fields }))
  }
  open.session.apply([claim(), ...pieces])
  return id
}
