import { describe, expect, it } from 'vitest'
import { nextSaved, OPENING, type SavedEvent, type SavedState } from './SavedState.ts'

const saved: SavedState = { state: 'saved' }
const saving: SavedState = { state: 'saving' }
const failing: SavedState = { state: 'failing' }
const offline = (unsaved: boolean): SavedState => ({ state: 'offline', unsaved })
const refused: SavedState = { state: 'refused', code: 4401, reason: 'The link was ended.' }

const edited: SavedEvent = { type: 'edited' }
const synced: SavedEvent = { type: 'synced' }
const confirmed: SavedEvent = { type: 'confirmed' }
const storage = (isFailing: boolean, unsaved = false): SavedEvent => ({ type: 'storage', failing: isFailing, unsaved })
const lost = (unsaved: boolean): SavedEvent => ({ type: 'lost', unsaved })
const ended: SavedEvent = { type: 'refused', code: 4410, reason: 'The map was rewritten.' }
const rewritten: SavedState = { state: 'refused', code: 4410, reason: 'The map was rewritten.' }

/** Of each state, what every event makes of it. */
const TABLE: readonly [SavedState, ...(readonly [SavedEvent, SavedState][])][] = [
  [
    OPENING,
    [edited, OPENING],
    [synced, saving],
    [confirmed, saved],
    [storage(true), failing],
    [storage(false), OPENING],
    [lost(false), offline(false)],
    [ended, rewritten],
  ],
  [
    saved,
    [edited, saving],
    [synced, saving],
    [confirmed, saved],
    [storage(true), failing],
    [storage(false), saved],
    [lost(false), offline(false)],
    [ended, rewritten],
  ],
  [
    saving,
    [edited, saving],
    [synced, saving],
    [confirmed, saved],
    [storage(true, true), failing],
    [storage(false, true), saving],
    [lost(true), offline(true)],
    [ended, rewritten],
  ],
  [
    failing,
    [edited, failing],
    [synced, failing],
    [confirmed, failing],
    [storage(true, true), failing],
    [storage(false, true), saving],
    [storage(false, false), saved],
    [lost(true), offline(true)],
    [ended, rewritten],
  ],
  [
    offline(false),
    [edited, offline(true)],
    [synced, saving],
    [confirmed, offline(false)],
    [storage(true), offline(false)],
    [storage(false), offline(false)],
    [lost(false), offline(false)],
    [ended, rewritten],
  ],
  [
    offline(true),
    [edited, offline(true)],
    [synced, saving],
    [confirmed, offline(true)],
    [storage(true, true), offline(true)],
    [lost(true), offline(true)],
    [ended, rewritten],
  ],
  [
    refused,
    [edited, refused],
    [synced, refused],
    [confirmed, refused],
    [storage(true), refused],
    [storage(false), refused],
    [lost(true), refused],
    [ended, refused],
  ],
]

describe('where edits are', () => {
  for (const [from, ...rows] of TABLE) {
    for (const [event, to] of rows) {
      it(`${said(from)}, then ${said(event)}: ${said(to)}`, () => {
        const next = nextSaved(from, event)
        expect(next).toEqual(to)
        // Whoever shows it compares by identity.
        if (said(from) === said(to)) expect(next).toBe(from)
      })
    }
  }

  it('is called saved only after the server confirmed it', () => {
    for (const [from, ...rows] of TABLE) {
      for (const [event, to] of rows) {
        if (to.state !== 'saved' || from.state === 'saved') continue
        const nothingWaits = event.type === 'confirmed' || (event.type === 'storage' && !event.unsaved)
        expect([said(from), said(event), nothingWaits]).toEqual([said(from), said(event), true])
      }
    }
  })
})

function said(one: SavedState | SavedEvent): string {
  return Object.values(one).join(' ')
}
