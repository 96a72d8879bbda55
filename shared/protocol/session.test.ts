import { expect, it } from 'vitest'
import { OPEN_SESSION, readSession, type SessionState } from './session.ts'

it('a session arrives as it was sent, with nothing that this version does not know', () => {
  const locked: SessionState = {
    locked: true,
    lockedAt: '2026-01-02T03:04:05.000Z',
    lockedBy: 'p1',
    storage: 'failing',
  }
  expect(readSession(JSON.stringify({ ...locked, timer: 5 }))).toEqual(locked)
  expect(readSession(JSON.stringify(OPEN_SESSION))).toEqual(OPEN_SESSION)
})

it('a disk that fails is told also while the map is open', () => {
  expect(readSession('{"locked":false,"storage":"failing"}')).toEqual({ ...OPEN_SESSION, storage: 'failing' })
})

it('a session that cannot be read is that of an open map', () => {
  for (const text of ['', '{', 'null', '[]', '{}', '{"locked":1}']) expect(readSession(text)).toEqual(OPEN_SESSION)
  expect(readSession('{"locked":true,"lockedAt":4}')).toEqual({
    locked: true,
    lockedAt: null,
    lockedBy: null,
    storage: 'working',
  })
})
