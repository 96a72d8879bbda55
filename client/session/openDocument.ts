import type * as Y from 'yjs'
import { applyUpdate, isWaiting } from '#shared/doc/encode.ts'
import { newDoc } from '#shared/doc/roots.ts'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import type { WholeMap } from '#shared/protocol/wholeMap.ts'
import type { Found } from './LocalCopy.ts'

/** The document to start with. */
export type Opened = {
  doc: Y.Doc
  /** The epoch that it belongs to; null when that is not known. */
  epoch: number | null
  /** Why what was found could not be gone on with, in a sentence; null when it could, or when there was nothing. */
  unusable: string | null
  /** What the document was made of, in order, where nothing of it lies in this browser yet. */
  sent: readonly Uint8Array[] | null
}

/** Why a copy can't be gone on with. None of it is anybody's fault, and all of it is over when it is read. */
export const UNUSABLE = {
  epoch: 'The map was rewritten on the server, so it was loaded anew.',
  version: 'This page is newer than what this browser had kept of the map, so it was loaded anew.',
  damaged: 'What this browser had kept of the map could not be read, so it was loaded anew.',
} as const

/**
 * Makes the document of what was found in this browser, and where that is nothing, of what the server `sent`. `epoch` is
 * the map's as the server says now, or null without a server. What belongs to another history never gets in: it would
 * be merged back into the map. What was sent and can't be gone on with is forgotten: the socket brings all of it.
 */
export function openDocument(
  { copy }: Pick<Found, 'copy'>,
  epoch: number | null,
  sent: WholeMap | null = null,
): Opened {
  const made = copy ?? sent
  const opened = (doc: Y.Doc, unusable: string | null) => ({ doc, epoch, unusable: copy && unusable, sent: null })
  if (!made) return opened(newDoc(), null)
  if (made.version !== DOCUMENT_VERSION) return opened(newDoc(), UNUSABLE.version)
  if (epoch !== null && made.epoch !== epoch) return opened(newDoc(), UNUSABLE.epoch)
  const doc = decoded(made.updates)
  // A copy may wait for what another window is about to write.
  if (doc && (copy || !isWaiting(doc)))
    return { doc, epoch: made.epoch, unusable: null, sent: copy ? null : made.updates }
  doc?.destroy()
  return opened(newDoc(), UNUSABLE.damaged)
}

/** The document that these updates make; null where they are none. */
function decoded(updates: readonly Uint8Array[]): Y.Doc | null {
  const doc = newDoc()
  try {
    doc.transact(() => {
      for (const update of updates) applyUpdate(doc, update)
    })
    return doc
  } catch {
    doc.destroy()
    return null
  }
}
