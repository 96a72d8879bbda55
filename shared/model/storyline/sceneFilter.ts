import type { ClaimState } from '../evidence/claimStates.ts'
import { NO_FILTER, type WordsFilter } from '../evidence/filter.ts'
import type { Scene } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'

/** The fields of a scene that say which words count in it. */
export type SceneFilter = Pick<
  Scene,
  'persona' | 'personas' | 'channels' | 'sources' | 'kinds' | 'states' | 'from' | 'to'
>

/** What may be named by a scene's filter. */
type Named = Pick<MapDocument, 'personas' | 'sources'>

/** Which words count in a scene. Of what it names only what there still is; a title or a sentence counts none, and has no filter. */
export function filterOf(scene: Scene, map: Named): WordsFilter {
  if (!counts(scene)) return NO_FILTER
  const { channels, kinds, states, from, to } = scene
  return {
    personas: unsaid(personasOf(scene).filter(isIn(map.personas))),
    channels: [...new Set(channels)],
    sources: unsaid(scene.sources.filter(isIn(map.sources))),
    kinds: [...new Set(kinds)],
    states: unsaid([...new Set(states)]) as (ClaimState | null)[],
    from,
    to,
  }
}

/** Whether a scene's filter names a persona or a source that is gone. */
export function hasLost(scene: Scene, map: Named): boolean {
  return counts(scene) && !(personasOf(scene).every(isIn(map.personas)) && scene.sources.every(isIn(map.sources)))
}

/** A filter as a scene keeps it. */
export function sceneFilter({ personas, channels, sources, kinds, states, from, to }: WordsFilter): SceneFilter {
  return {
    persona: null,
    personas: personas.map(said),
    channels: [...channels],
    sources: sources.map(said),
    kinds: [...kinds],
    states: states.map(state => state ?? ''),
    from,
    to,
  }
}

/** Whether words are counted in a scene at all. */
export function counts({ kind, number }: Pick<Scene, 'kind' | 'number'>): boolean {
  return kind !== 'title' && !(kind === 'number' && number === '')
}

function personasOf({ persona, personas }: Scene): string[] {
  return [...new Set(persona === null ? personas : [persona, ...personas])]
}

/** `''` stands for those without any, and is always there. */
function isIn(records: readonly { id: string }[]): (id: string) => boolean {
  const ids = new Set(records.map(({ id }) => id))
  return id => id === '' || ids.has(id)
}

function said(value: string | null): string {
  return value ?? ''
}

function unsaid(values: readonly string[]): (string | null)[] {
  return values.map(value => (value === '' ? null : value))
}
