import { redact } from '../redact/redact.ts'
import { cut, tidy, words } from './fold.ts'

/** Values that mean the whole of what they are part of. */
const WHOLE =
  /^(?:overall|general|generally|all|all stages|whole|whole journey|whole experience|overall experience|entire journey|everything|total|gesamt|allgemein|global|general experience|generale|algemeen|ensemble)$/
/** Values that stand for none. */
const NONE =
  /^(?:|not assigned|unassigned|not applicable|n a|na|nan|none|null|nil|no|not known|unknown|undefined|not stated|not specified|unspecified|uncategori[sz]ed|uncoded|not coded|tbd|keine|keine angabe|unbekannt|ohne|aucun|ninguno|nessuno|geen|onbekend)$/

/** Whether a value stands for none, as "Not assigned", "N/A" and "-" do. */
export function meansNone(value: string): boolean {
  return NONE.test(words(value))
}

/** Whether a value means the whole, as "Overall" does. */
export function meansWhole(value: string): boolean {
  return WHOLE.test(words(value))
}

/** A name for a record from a cell: on one line, without anybody's numbers, not too long. */
export function nameFrom(value: string, max: number): string {
  return cut(redact(tidy(value)).text.toWellFormed(), max)
}
