import { describe, expect, it } from 'vitest'
import type { MapSession } from '../../session/MapSession.ts'
import { noticeOf } from './notice.ts'

type Session = Parameters<typeof noticeOf>[0]
const edit = { key: '1', words: 'Added quote: Nobody rang', at: 1 }
const well: Session = { saved: { state: 'saved' }, ending: null, asideEdits: [], unsavedEdits: [], keeps: 'working' }
const ended = (
  code: number,
  next: NonNullable<MapSession['ending']>['next'],
  more: Partial<Session> = {},
): Session => ({
  ...{ ...well, saved: { state: 'refused', code, reason: 'The link was ended.' } },
  ...{ ending: { edits: 'kept', next } },
  ...more,
})

describe('what a person has to know', () => {
  it('is nothing while all is well, and while what went wrong mends itself', () => {
    expect(noticeOf(well, 'editor')).toBeNull()
    expect(noticeOf({ ...well, saved: { state: 'offline', unsaved: true } }, 'editor')).toBeNull()
    expect(noticeOf(ended(4410, 'opens by itself'), 'editor')).toBeNull()
  })

  it('is why the server takes nothing more, with all that it has not confirmed', () => {
    expect(noticeOf(ended(4401, 'load the map', { unsavedEdits: [edit] }), 'editor')).toMatchObject({
      kind: 'refused',
      sentence: 'The link was ended. The server has not confirmed these edits of yours:',
      edits: [edit],
      reloadsPage: false,
    })
    const aside = [{ ...edit, aside: 'The page is too old.' }]
    expect(noticeOf(ended(4426, 'load the page', { asideEdits: aside }), 'editor')).toMatchObject({
      edits: aside,
      reloadsPage: true,
    })
    expect(noticeOf(ended(4401, 'load the map'), 'editor')?.sentence).toContain('Nothing of yours is lost.')
  })

  it('is what was set aside, until it is read', () => {
    const aside = [{ ...edit, aside: 'The map was rewritten.' }]
    expect(noticeOf({ ...well, asideEdits: aside }, 'editor')).toMatchObject({ kind: 'aside', edits: aside })
  })

  it('is a server that can’t write, and where edits are meanwhile', () => {
    const failing: Session = { ...well, saved: { state: 'failing' } }
    expect(noticeOf(failing, 'editor')?.sentence).toBe(
      'The server can’t write to its disk at the moment. Your edits are kept in this browser, and saved as soon as it can.',
    )
    expect(noticeOf({ ...failing, keeps: 'full' }, 'editor')?.sentence).toContain('on this page alone: leave it open')
    expect(noticeOf(failing, 'viewer')?.sentence).toBe('The server can’t write to its disk at the moment.')
  })

  it('is a browser without a copy, for those who have something to lose', () => {
    expect(noticeOf({ ...well, keeps: 'full' }, 'editor')?.sentence).toBe(
      'This browser has no room to keep a copy. Stay online until it says saved.',
    )
    expect(noticeOf({ ...well, keeps: 'missing' }, 'facilitator')?.sentence).toContain('Stay online')
    expect(noticeOf({ ...well, keeps: 'missing' }, 'viewer')).toBeNull()
  })
})
