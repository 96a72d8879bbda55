/** What is chosen in a list: `active` has the keyboard, `anchor` is where a range begins. */
export type Selection = { chosen: ReadonlySet<string>; active: string | null; anchor: string | null }

export const NOTHING: Selection = { chosen: new Set(), active: null, anchor: null }

/** `one` replaces what was chosen, `toggle` adds or takes away, `range` reaches from the anchor, `move` chooses nothing. */
export type How = 'one' | 'toggle' | 'range' | 'move'

/** The selection after somebody pressed a row; `ids` are the rows from top to bottom. */
export function choose(before: Selection, ids: readonly string[], id: string, how: How): Selection {
  switch (how) {
    case 'one':
      return { chosen: new Set([id]), active: id, anchor: id }
    case 'move':
      return { ...before, active: id }
    case 'toggle': {
      const chosen = new Set(before.chosen)
      if (!chosen.delete(id)) chosen.add(id)
      return { chosen, active: id, anchor: id }
    }
    case 'range': {
      const from = ids.indexOf(before.anchor ?? id)
      const to = ids.indexOf(id)
      if (from < 0) return choose(before, ids, id, 'one')
      return {
        chosen: new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1)),
        active: id,
        anchor: ids[from] ?? id,
      }
    }
  }
}

/** The selection without rows that are no longer listed. The same one when all are. */
export function keepListed(before: Selection, ids: readonly string[]): Selection {
  const listed = new Set(ids)
  const isListed = (id: string | null) => id === null || listed.has(id)
  if ([...before.chosen].every(isListed) && isListed(before.active) && isListed(before.anchor)) return before
  return {
    chosen: new Set([...before.chosen].filter(isListed)),
    active: isListed(before.active) ? before.active : null,
    anchor: isListed(before.anchor) ? before.anchor : null,
  }
}
