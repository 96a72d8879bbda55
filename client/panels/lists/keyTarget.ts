/** Where a key of a list leads from the active row: its index, or null for a key that leads nowhere. */
export function keyTarget(key: string, active: number, count: number, page: number): number | null {
  const last = count - 1
  if (last < 0) return null
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, active + 1)
    case 'ArrowUp':
      return active < 0 ? last : Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(last, active + page)
    case 'PageUp':
      return Math.max(0, active - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
