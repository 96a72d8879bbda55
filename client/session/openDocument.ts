import type * as Y from 'yjs'
import { applyUpdate } from '#shared/doc/encode.ts'
import { newDoc } from '#shared/doc/roots.ts'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import type { Found } from './LocalCopy.ts'

/** The document to start with. */
export type Opened = {
  doc: Y.Doc
  /** The epoch that it belongs to; null when that is not known. */
  epoch: number | null
  /** Why what was found could not be gone on with, in a sentence; null when it could, or when there was nothing. */
  unusable: string | null
}

/** Why a copy can't be gone on with. None of it is anybody's fault, and all of it is over when it is read. */
export const UNUSABLE = {
  epoch: 'The map was rewritten on the server, so it was loaded anew.',
  version: 'This page is newer than what this browser had kept of the map, so it was loaded anew.',
  damaged: 'What this browser had kept of the map could not be read, so it was loaded anew.',
} as const

/**
 * Makes the document of what was found in this browser. `epoch` is the map's as the server says now, or null without a
 * server. What belongs to another history never gets in: it would be merged back into the map.
 */
export function openDocument({ copy }: Pick<Found, 'copy'>, epoch: number | null): Opened {
  if (!copy) return { doc: newDoc(), epoch, unusable: null }
  if (copy.version !== DOCUMENT_VERSION) return { doc: newDoc(), epoch, unusable: UNUSABLE.version }
  if (epoch !== null && copy.epoch !== epoch) return { doc: newDoc(), epoch, unusable: UNUSABLE.epoch }
  const doc = newDoc()
  try {
    doc.transact(() => {
      for (const update of copy.updates) applyUpdate(doc, update)
    })
    return { doc, epoch: copy.epoch, unusable: null }
  } catch {
    doc.destroy()
    return { doc: newDoc(), epoch, unusable: UNUSABLE.damaged }
  }
}
