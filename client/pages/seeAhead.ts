import { StoredSightPart } from '../canvas/sight/storedSightPart.ts'
// Comes along, so that nothing is asked for by what was asked for.
import '../canvas/sight/StoredSight.tsx'
import { textFactor, textSize } from '../commands/textSize.ts'
import type { CopyOf } from '../session/copyDatabase.ts'
import { dropSight, isOf, type Sight } from '../session/sights.ts'
import { loadFonts, loadFontsFor } from '../ui/fonts.ts'

/** Milliseconds that fonts, or a frame of a page that is not looked at, may hold the map itself up. */
const PATIENCE = 300

/**
 * Shows the first sight of a map that this browser `kept`, while the map itself is on its way. `of` is the history that
 * the map is of, once that is known: before, nothing is shown, for what was kept may have been erased since; null when
 * the map does not open at all. Resolves with what is shown then, painted; null for nothing.
 */
export async function seeAhead(
  id: string,
  kept: Promise<Sight | null>,
  of: Promise<CopyOf | null>,
  show: (sight: Sight) => void,
): Promise<Sight | null> {
  const [sight, history] = await Promise.all([kept, of])
  if (!sight) return null
  if (!history || !isOf(sight, history)) {
    await dropSight(id)
    return null
  }
  if (sight.text !== textFactor(textSize.getState())) return null
  await Promise.all([StoredSightPart.load(), soon(fontsOf(sight))])
  show(sight)
  await soon(painted())
  return sight
}

/** What is in the page in one frame has been painted by the next. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve))
  await new Promise(resolve => setTimeout(resolve))
}

async function fontsOf({ items }: Sight): Promise<void> {
  await loadFonts()
  await loadFontsFor([...new Set(JSON.stringify(items))].join(''))
}

function soon(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise(resolve => setTimeout(resolve, PATIENCE))])
}
