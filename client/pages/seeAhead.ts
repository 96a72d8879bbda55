import { StoredSightPart } from '../canvas/sight/storedSightPart.ts'
import { textFactor, textSize } from '../commands/textSize.ts'
import type { CopyOf } from '../session/copyDatabase.ts'
import { dropSight, isOf, readSight, type Sight } from '../session/sights.ts'
import { loadFonts, loadFontsFor } from '../ui/fonts.ts'

/** Milliseconds that fonts, or a frame of a page that is not looked at, may hold the map itself up. */
const PATIENCE = 300

/**
 * Shows the first sight of a map that this browser kept, while the map itself is on its way. `of` is the history that
 * the map is of, once that is known: before, nothing is shown, for what was kept may have been erased since; null when
 * the map does not open at all. Resolves with what is shown then, painted; null for nothing.
 */
export async function seeAhead(
  id: string,
  of: Promise<CopyOf | null>,
  show: (sight: Sight) => void,
): Promise<Sight | null> {
  const [sight, history] = await Promise.all([readSight(id), of])
  if (!sight) return null
  if (!history || !isOf(sight, history)) {
    await dropSight(id)
    return null
  }
  if (sight.text !== textFactor(textSize.getState())) return null
  await Promise.all([StoredSightPart.load(), soon(fontsOf(sight))])
  show(sight)
  await soon(new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
  return sight
}

async function fontsOf({ items }: Sight): Promise<void> {
  await loadFonts()
  await loadFontsFor([...new Set(JSON.stringify(items))].join(''))
}

function soon(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise(resolve => setTimeout(resolve, PATIENCE))])
}
