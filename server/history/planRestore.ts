import { decodeDoc, updateOf } from '#shared/doc/encode.ts'
import { type RestoreBy, type Restored, restoreVersion } from '#shared/doc/restore.ts'

export type RestoreRequest = RestoreBy & {
  /** The document as it is, and as it was in the version, as Yjs updates. */
  doc: Uint8Array
  then: Uint8Array
}

/** What restoring comes to: an update to the document as it is, null when it changes nothing. */
export function planRestore({ doc, then, ...by }: RestoreRequest): { update: Uint8Array | null; restored: Restored } {
  const now = decodeDoc(doc)
  let restored: Restored = { back: {}, changed: {}, gone: {} }
  const update = updateOf(now, () => {
    restored = restoreVersion(now, decodeDoc(then), by)
  })
  const isNothing = update.length === 2 && update.every(byte => byte === 0)
  return { update: isNothing ? null : update, restored }
}
