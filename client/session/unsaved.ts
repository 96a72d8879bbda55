import type { Change } from '#shared/doc/change.ts'
import { named } from '#shared/model/kind.ts'
import type { KindName } from '#shared/model/kindNames.ts'
import { KINDS } from '#shared/model/kinds.ts'

/** One edit that the server has not confirmed, as a line that its author recognises. */
export type UnsavedEdit = { words: string; at: number }

/** More than this nobody reads through; the oldest go first. */
const MOST = 1_000

const ONE: Record<KindName, string> = {
  map: 'the map',
  personas: 'persona',
  teams: 'team',
  customers: 'customer',
  sources: 'source',
  stages: 'stage',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  links: 'link',
  notes: 'note',
  assumptions: 'assumption',
  quotes: 'quote',
  excerpts: 'excerpt',
  painPoints: 'pain point',
  opportunities: 'opportunity',
  evidence: 'evidence',
  scenes: 'scene',
}

function titleOf({ kind, record }: Extract<Change, { do: 'add' }>): string {
  // Each kind's `title` takes its own records, and `kind` says which this is.
  return (KINDS[kind].title as (record: unknown) => string)(record)
}

/** A change in words, with what was written in it, so that it can be done again by hand. */
export function changeInWords(change: Change): string {
  const one = ONE[change.kind]
  switch (change.do) {
    case 'add':
      return `Added ${one}: ${titleOf(change)}`
    case 'set': {
      const fields = Object.entries(change.fields).map(([name, value]) => `${name} ${named(String(value), 'empty')}`)
      return `Changed ${one}: ${fields.join(', ')}`
    }
    case 'type':
      return `Wrote in ${one}: ${named(change.to, 'nothing')}`
    case 'move':
      return `Moved ${one}`
    case 'remove':
      return `Deleted ${one}`
    case 'restore':
      return `Brought back ${one}`
  }
}

/**
 * What this browser wrote and the server has not confirmed. Where the server refuses it, the list is what its author
 * keeps: the edits themselves can't go into the map any more.
 */
export class Unsaved {
  private edits: UnsavedEdit[] = []

  /** Notes an edit; typing that goes on in one text replaces what was noted of it. */
  add(changes: readonly Change[], at: number, joined: boolean): void {
    if (joined) this.edits.pop()
    this.edits.push({ words: changes.map(changeInWords).join('; '), at })
    if (this.edits.length > MOST) this.edits.shift()
  }

  clear(): void {
    this.edits = []
  }

  list(): readonly UnsavedEdit[] {
    return this.edits
  }
}
