import { set } from '#shared/doc/change.ts'
import type { MapInfo } from '#shared/model/kinds.ts'
import { MAP_RECORD } from '#shared/model/records/map.ts'
import { reaches } from '#shared/model/roles.ts'
import type { Answer } from '../api/failure.ts'
import { ask } from '../api/request.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'

/**
 * Hands the server the words of a quote before redaction. While it can't be reached they wait in this page, and are
 * sent when edits are saved again. Resolves to null when the server keeps them, else to one sentence for the person.
 */
export async function keepOriginal(open: OpenMap, quote: string, text: string): Promise<string | null> {
  for (;;) {
    const answer = await ask<unknown>(pathOf(open, quote), { method: 'PUT', token: open.token, json: { text } })
    if (answer.ok) return null
    const isWaiting = answer.code === 'unreachable' && open.session.saved.state === 'offline'
    if (!isWaiting || !(await backOnline(open))) return answer.message
  }
}

/** The words of a quote before redaction, from the server: they are never kept in the map. */
export function askOriginal(open: OpenMap, quote: string): Promise<Answer<{ text: string }>> {
  return ask<{ text: string }>(pathOf(open, quote), { token: open.token })
}

/** Whether the map lets this person see originals. The server decides; this only spares a button that it refuses. */
export function maySeeOriginals(open: OpenMap, { originalsFor }: Pick<MapInfo, 'originalsFor'>): boolean {
  return originalsFor === 'facilitators' ? reaches(open.role, 'facilitator') : mayEdit(open)
}

/** Says who may see originals; for facilitators. */
export function showOriginalsTo(open: OpenMap, originalsFor: MapInfo['originalsFor']): void {
  open.session.apply([set('map', MAP_RECORD, { originalsFor })])
}

function pathOf({ id }: OpenMap, quote: string): string {
  return `/api/maps/${encodeURIComponent(id)}/quotes/${encodeURIComponent(quote)}/original`
}

/** Resolves to true when edits reach the server again, to false when it refuses them for good. */
function backOnline({ session }: OpenMap): Promise<boolean> {
  return new Promise(resolve => {
    const stop = session.subscribe(() => {
      const { state } = session.saved
      if (state === 'offline' || state === 'opening') return
      stop()
      resolve(state !== 'refused')
    })
  })
}
