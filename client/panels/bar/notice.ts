import { type Role, reaches } from '#shared/model/roles.ts'
import type { MapSession } from '../../session/MapSession.ts'
import type { UnsavedEdit } from '../../session/Unsaved.ts'

/** What a person has to know at the moment; `edits` are their own that are not on the map. */
export type Notice = {
  kind: 'refused' | 'aside' | 'failing' | 'copy'
  sentence: string
  edits: readonly UnsavedEdit[]
  /** Whether loading the map again is not enough. */
  reloadsPage: boolean
}

type Session = Pick<MapSession, 'saved' | 'ending' | 'asideEdits' | 'unsavedEdits' | 'keeps'>

const COPY = {
  full: 'This browser has no room to keep a copy. Stay online until it says saved.',
  missing: 'This browser keeps no copy of the map. Stay online until it says saved.',
} as const

const FAILING = {
  kept: 'Your edits are kept in this browser, and saved as soon as it can.',
  here: 'Your edits are on this page alone: leave it open until it says saved.',
} as const

/** The one notice that matters most now; null while all is well. */
export function noticeOf(session: Session, role: Role): Notice | null {
  const { saved, ending, asideEdits, unsavedEdits, keeps } = session
  const notice = (kind: Notice['kind'], sentence: string, edits: readonly UnsavedEdit[] = []): Notice => {
    return { kind, sentence, edits, reloadsPage: ending?.next === 'load the page' }
  }
  if (saved.state === 'refused') {
    // What mends itself in a moment is told when it has.
    if (!ending || ending.next === 'opens by itself') return null
    const edits = [...asideEdits, ...unsavedEdits]
    const concerns =
      edits.length > 0 ? 'The server has not confirmed these edits of yours:' : 'Nothing of yours is lost.'
    return notice('refused', `${saved.reason || 'The server takes nothing more from here.'} ${concerns}`, edits)
  }
  const newest = asideEdits.at(-1)
  if (newest) {
    return notice(
      'aside',
      `${newest.aside} The server did not confirm these edits of yours. Copy what you still need:`,
      asideEdits,
    )
  }
  const isWriting = reaches(role, 'editor')
  if (saved.state === 'failing') {
    const own = isWriting ? ` ${keeps === 'working' ? FAILING.kept : FAILING.here}` : ''
    return notice('failing', `The server can’t write to its disk at the moment.${own}`)
  }
  return keeps !== 'working' && isWriting ? notice('copy', COPY[keeps]) : null
}
