/**
 * Every code with which the server closes a socket. The stock client never returns after 4400–4499 and comes back by
 * itself after all others, so a code also says whether trying again can help.
 */
export const CLOSE = {
  /** Also used for the server's own restarts, so that clients spread their return. */
  leaving: 1012,
  tryLater: 1013,
  tokenEnded: 4401,
  roleTooSmall: 4403,
  notFound: 4404,
  otherEpoch: 4410,
  tooLarge: 4413,
  clientTooOld: 4426,
  abuse: 4429,
  /** After a frame that could not be read: what was sent may be incomplete, so both sides start over. */
  resync: 4500,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

/** What a person is told, one sentence for each code; short enough for a close frame (123 bytes of UTF-8). */
export const CLOSE_SENTENCES: Readonly<Record<CloseCode, string>> = {
  1012: 'The server is restarting; your map will be back in a moment.',
  1013: 'The server cannot keep up right now; the connection will be tried again.',
  4401: 'This link is missing its key, has expired or was revoked.',
  4403: 'This link does not allow that.',
  4404: 'There is no such map, or this link does not open it.',
  4410: 'This map was rewritten; please load it anew.',
  4413: 'This is larger than a map may be.',
  4426: 'This page is older than the map; please reload it.',
  4429: 'There were too many connections or requests from here.',
  4500: 'Something was sent that could not be read; the map is being loaded again.',
}

/** Why a change was not taken in although the connection goes on: the reasons of message 103. */
export const REFUSALS = {
  locked: 'A facilitator has locked the map, so this change was not taken in.',
  foreign: 'This change was written in somebody else’s name, so it was not taken in; please load the map again.',
  reserved: 'Only a facilitator may change this, so it was not taken in; please load the map again.',
  refusedBefore: 'This builds on a change that was refused, so it was not taken in; please load the map again.',
} as const

/** The sentence for a code that came over the wire; null for codes that are not ours, such as 1006. */
export function closeSentence(code: number): string | null {
  return isCloseCode(code) ? CLOSE_SENTENCES[code] : null
}

/** Whether a client should connect again after this code. */
export function mayReturn(code: number): boolean {
  return code < 4400 || code >= 4500
}

function isCloseCode(code: number): code is CloseCode {
  return Object.hasOwn(CLOSE_SENTENCES, code)
}
