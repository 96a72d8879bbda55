import type { MouseEvent } from 'react'

/** Whether a click meant the header: not its button, and not its menu, whose events React passes on to here. */
export function isHeaderItself({ currentTarget, target }: MouseEvent): boolean {
  return target instanceof Element && currentTarget.contains(target) && target.closest('button, textarea') === null
}
