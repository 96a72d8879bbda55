import type { OpenMap } from '../store/MapContext.tsx'
import { navigate } from '../ui/history.ts'

/** Where somebody was who goes back to the map to correct something: by scene, since scenes are moved meanwhile. */
const places = new Map<string, string>()

/** The scene at which presenting a map goes on; null: at the first. */
export function placeIn(map: string): string | null {
  return places.get(map) ?? null
}

export function rememberPlace(map: string, scene: string): void {
  places.set(map, scene)
}

/** Presents the map from a scene on, or from where one was. */
export function present({ id }: Pick<OpenMap, 'id'>, scene: string | null = null): void {
  if (scene !== null) rememberPlace(id, scene)
  navigate(`/m/${id}/present`)
}
