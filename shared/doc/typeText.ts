import type * as Y from 'yjs'

/** Replaces `removed` code units at `start` by `inserted`. */
export type Splice = { start: number; removed: number; inserted: string }

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * The smallest single splice that makes `to` out of `from`, never cutting a character in two: a diff by
 * code units of two emoji would leave different broken texts on two sides.
 */
export function spliceBetween(from: string, to: string): Splice | null {
  if (from === to) return null
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(from, start - 1)) start--
  let end = 0
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++
  if (end > 0 && isLowSurrogate(from, from.length - end)) end--
  return { start, removed: from.length - end - start, inserted: to.slice(start, to.length - end) }
}

/**
 * What somebody typed against `from`, moved onto a text that meanwhile became `current`. Letters of others
 * are never removed: where both changed the same place, only the insertion is kept.
 */
export function rebase(typed: Splice, from: string, current: string): Splice {
  const theirs = spliceBetween(from, current)
  if (!theirs) return typed
  const shift = theirs.inserted.length - theirs.removed
  if (typed.start >= theirs.start + theirs.removed) return { ...typed, start: typed.start + shift }
  if (typed.start + typed.removed <= theirs.start) return typed
  return { start: theirs.start + theirs.inserted.length, removed: 0, inserted: typed.inserted }
}

/** Types into a shared text: the change from `from` to `to`, whatever others typed since `from` was shown. */
export function typeText(text: Y.Text, from: string, to: string): void {
  const typed = spliceBetween(from, to)
  if (!typed) return
  const splice = rebase(typed, from, text.toString())
  if (splice.removed > 0) text.delete(splice.start, splice.removed)
  if (splice.inserted !== '') text.insert(splice.start, splice.inserted)
}
