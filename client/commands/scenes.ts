import { add, type FieldsOf, set } from '#shared/doc/change.ts'
import { buildEvidence, type EvidenceIndex } from '#shared/model/evidence/EvidenceIndex.ts'
import { isOpen, type WordsFilter } from '#shared/model/evidence/filter.ts'
import { newId } from '#shared/model/ids.ts'
import { KINDS, type Scene } from '#shared/model/kinds.ts'
import { draftStoryline } from '#shared/model/storyline/draft.ts'
import { sceneFilter } from '#shared/model/storyline/sceneFilter.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { MapView } from '../store/MapMirror.ts'

/** Adds a scene behind another (null: at the end), in which the words count that count for this person now. Returns its id. */
export function addScene(open: OpenMap, fields: FieldsOf<'scenes'>, after: string | null = null): string {
  const { scenes } = open.map.getState().map
  const at = scenes.findIndex(({ id }) => id === after)
  const { filter } = open.view.getState()
  const scene = KINDS.scenes.make({ id: newId(), ...(isTold(fields, filter) ? sceneFilter(filter) : {}), ...fields })
  open.session.apply([add('scenes', scene, at < 0 ? null : (scenes[at + 1]?.id ?? null))])
  return scene.id
}

/** Whether a new scene says which words count in it: not where all do, nor where none are counted. */
function isTold({ kind }: FieldsOf<'scenes'>, filter: WordsFilter): boolean {
  return kind !== 'title' && !isOpen(filter)
}

/**
 * Adds what is selected on the map as a view: one stage as that stage, cards and notes as themselves, and all of the map
 * where nothing is selected.
 */
export function addViewScene(open: OpenMap, after: string | null = null): string {
  const { map } = open.map.getState()
  const chosen = open.view.getState().selected
  const stage = chosen.length === 1 ? map.stages.find(({ id }) => id === chosen[0]) : undefined
  if (stage) return addScene(open, { kind: 'view', heading: KINDS.stages.title(stage), stage: stage.id }, after)
  const there = new Map([...map.touchpoints, ...map.notes].map(record => [record.id, record]))
  const shows = chosen.filter(id => there.has(id))
  const only = shows.length === 1 ? map.touchpoints.find(({ id }) => id === shows[0]) : undefined
  const heading = only ? KINDS.touchpoints.title(only) : shows.length > 0 ? '' : 'The whole journey'
  return addScene(open, { kind: 'view', heading, shows }, after)
}

/** Adds a touchpoint, or a claim by its id, with the words behind it. */
export function addClaimScene(
  open: OpenMap,
  of: { touchpoint: string } | { claim: string },
  heading: string,
  after: string | null = null,
): string {
  return addScene(open, { kind: 'claim', heading, ...of }, after)
}

/** The day on which words are counted, as in the mirror of the map. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What all words say: a filter is one person's look at the map, and not what a room is shown. */
export function wholeEvidence({ map, evidence, filter }: MapView): EvidenceIndex {
  return isOpen(filter) ? evidence : buildEvidence(map, today())
}

/** Writes the storyline that the map itself suggests, as one step. Returns how many scenes it has. */
export function draftScenes(open: OpenMap): number {
  const view = open.map.getState()
  const scenes = draftStoryline(view.map, wholeEvidence(view), newId)
  open.session.apply(scenes.map(scene => add('scenes', scene)))
  return scenes.length
}

/** A second one behind the first. Returns its id; null where the scene is gone. */
export function duplicateScene(open: OpenMap, id: string): string | null {
  const scene = open.map.getState().map.scenes.find(one => one.id === id)
  if (!scene) return null
  const { id: _, ...fields } = scene
  return addScene(open, fields, id)
}

export function removeScene(open: OpenMap, id: string): void {
  open.session.apply([{ do: 'remove', kind: 'scenes', id }])
}

/** Puts a scene before another (null: at the end). */
export function moveScene(open: OpenMap, id: string, before: string | null): void {
  if (id !== before) open.session.apply([{ do: 'move', kind: 'scenes', id, before }])
}

/** Moves a scene by whole places: −1 is one to the front. */
export function shiftScene(open: OpenMap, id: string, by: number): void {
  const { scenes } = open.map.getState().map
  const index = scenes.findIndex(scene => scene.id === id)
  const others = scenes.filter(scene => scene.id !== id)
  const target = Math.min(others.length, Math.max(0, index + by))
  if (index >= 0 && target !== index) moveScene(open, id, others[target]?.id ?? null)
}

/** Changes which words count in a scene. */
export function filterScene(open: OpenMap, id: string, filter: WordsFilter): void {
  changeScene(open, id, sceneFilter(filter))
}

/** Changes what a scene shows. Its heading and notes are typed as shared texts. */
export function changeScene(open: OpenMap, id: string, fields: Omit<FieldsOf<'scenes'>, 'heading' | 'notes'>): void {
  open.session.apply([set('scenes', id, fields)])
}

/** What a scene can be, as people choose it. */
export const SCENE_WORDS: { readonly [K in Scene['kind']]: string } = {
  title: 'Title',
  view: 'View of the map',
  claim: 'Claim with its words',
  comparison: 'Assumed and heard',
  number: 'Number or sentence',
}
