import type { Splice } from '#shared/doc/typeText.ts'

/**
 * Where a caret stands after somebody else changed the text: between the same letters as before. What is inserted
 * right at the caret comes after it; a caret inside removed letters stands where they were.
 */
export function movedCaret(caret: number, { start, removed, inserted }: Splice): number {
  if (caret <= start) return caret
  if (caret >= start + removed) return caret + inserted.length - removed
  return start + Math.min(caret - start, inserted.length)
}
