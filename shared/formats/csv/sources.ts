import { KINDS, type Source } from '../../model/kinds.ts'
import { NAME } from '../../model/limits.ts'
import type { MapDocument } from '../../model/MapDocument.ts'
import { cut, fold } from './fold.ts'
import type { ImportChoices } from './mapping.ts'
import { nameFrom } from './meanings.ts'

/** Finds the sources of rows and makes those that quotes come in from, with the days between which these were said. */
export type Sources = {
  /** The id of the source for a value of the source column; null for none. */
  find(value: string): string | null
  /** Notes that a quote of this source comes in. */
  settle(id: string | null, saidOn: string | null): void
  made(): Source[]
}

export function createSources(choices: ImportChoices, existing: MapDocument, newId: () => string): Sources {
  const ids = new Set(existing.sources.map(({ id }) => id))
  const byName = new Map(existing.sources.toReversed().map(({ name, id }) => [fold(name), id]))
  const fresh = new Map<string, { name: string; method: string }>()
  const used = new Map<string, { from: string | null; to: string | null }>()
  const byValue = new Map<string, string | null>()

  for (const { value, landing } of choices.sources) {
    if (landing.to === 'none') byValue.set(fold(value), null)
    else if (landing.to === 'existing') byValue.set(fold(value), ids.has(landing.id) ? landing.id : null)
    else {
      const name = nameFrom(landing.name, NAME)
      const id = byName.get(fold(name)) ?? newId()
      if (!byName.has(fold(name))) {
        byName.set(fold(name), id)
        fresh.set(id, { name, method: cut(landing.method, NAME) })
      }
      byValue.set(fold(value), id)
    }
  }

  return {
    find: value => byValue.get(fold(value)) ?? null,
    settle(id, saidOn) {
      if (id === null || !fresh.has(id)) return
      const { from, to } = used.get(id) ?? { from: null, to: null }
      used.set(id, {
        from: saidOn !== null && (from === null || saidOn < from) ? saidOn : from,
        to: saidOn !== null && (to === null || saidOn > to) ? saidOn : to,
      })
    },
    made: () =>
      [...fresh].flatMap(([id, named]) => {
        const days = used.get(id)
        return days ? [KINDS.sources.make({ id, ...named, ...days })] : []
      }),
  }
}
