import { type RefObject, useLayoutEffect } from 'react'

const PRESSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]'

/** Lets an element that scrolls and holds nothing to press have the focus, so that keys scroll it. */
export function useKeyScroll(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      if (element.scrollHeight > element.clientHeight && !element.querySelector(PRESSABLE)) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    look()
    return () => watcher.disconnect()
  })
}
