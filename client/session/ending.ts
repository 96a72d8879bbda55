import { CLOSE } from '#shared/protocol/closeCodes.ts'

/** How it goes on after the server has refused this session for good. */
export type Ending = {
  /**
   * `kept`: edits that the server has not confirmed stay in this browser's copy, and are brought when the map opens
   * again. `set aside`: the map will never take them as they are, so they become a list to read, and the copy goes.
   */
  edits: 'kept' | 'set aside'
  /** What has to happen: nothing that a person does, or what they are offered. */
  next: 'opens by itself' | 'load the page' | 'load the map'
}

/** Refused edits (message 103): what is written later builds on them, so the session can't go on. */
export const EDITS_REFUSED: Ending = { edits: 'set aside', next: 'opens by itself' }

/** What a close code after which the server lets nobody return means for this browser. */
export function endingOf(code: number): Ending {
  switch (code) {
    case CLOSE.otherEpoch:
      return { edits: 'set aside', next: 'opens by itself' }
    case CLOSE.clientTooOld:
      return { edits: 'set aside', next: 'load the page' }
    case CLOSE.tooLarge:
      return { edits: 'set aside', next: 'load the map' }
    default:
      // Also where a link has ended: whoever is given another one brings their edits along.
      return { edits: 'kept', next: 'load the map' }
  }
}

/** A server's reason without what it advises: our client has done that by the time it is read. */
export function withoutAdvice(reason: string): string {
  const [what = ''] = reason.split(';')
  return what === reason ? reason : `${what}.`
}
