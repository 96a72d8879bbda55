import type { OpenMap } from '../store/MapContext.tsx'
import { navigate } from '../ui/history.ts'
import { toast } from '../ui/toast.ts'

/** Where somebody was who goes back to the map to correct something: by scene, since scenes are moved meanwhile. */
const places = new Map<string, string>()
/** Maps of which a certain scene was asked for. */
const asked = new Set<string>()

/** The scene at which presenting a map goes on; null: at the first. */
export function placeIn(map: string): string | null {
  return places.get(map) ?? null
}

export function rememberPlace(map: string, scene: string): void {
  places.set(map, scene)
}

/** The scene at which somebody chose to begin, where they did not just go on. */
export function askedScene(map: string): string | null {
  return asked.has(map) ? placeIn(map) : null
}

/** The choice of a scene has been followed. */
export function forgetAsked(map: string): void {
  asked.delete(map)
}

/** Presents the map from a scene on, or from where one was. */
export function present({ id }: Pick<OpenMap, 'id'>, scene: string | null = null): void {
  if (scene !== null) {
    rememberPlace(id, scene)
    asked.add(id)
  }
  navigate(`/m/${id}/present`)
}

/** Opens the presenter window, with notes and the next scene, for another screen. */
export function openSpeaker({ id }: Pick<OpenMap, 'id'>): void {
  const opened = window.open(`/m/${id}/present?speaker`, `verbatim-speaker-${id}`, 'popup,width=1080,height=760')
  if (!opened) toast('This browser opens no second window here. Allow it to, and press again.', { id: 'speaker' })
}
