import type { Assumption } from '../kinds.ts'

/** The assumption about each subject that no other replaces; of several the last on the map. */
export function currentAssumptions(assumptions: readonly Assumption[]): Map<string, Assumption> {
  const replaced = new Set(assumptions.map(({ replaces }) => replaces))
  return new Map(assumptions.filter(({ id }) => !replaced.has(id)).map(record => [record.about, record]))
}
