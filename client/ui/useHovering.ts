import { useCallback, useEffect, useRef, useState } from 'react'

/** Resting this long over something asks for its tooltip. */
const ASKING_MS = 500
/** Long enough to go from a button to its tooltip, and from one button to the next. */
const GRACE_MS = 200

/** Takes away the one tooltip that is shown; null when there is none. */
let takeAway: (() => void) | null = null
/** When the last one went, by the page's clock: whoever goes on to the next button has asked already. */
let lastGone = Number.NEGATIVE_INFINITY

/** Whether a tooltip is wanted, and for which element. At most one on the page is. */
export function useHovering() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const gone = useCallback(() => {
    clearTimeout(timer.current)
    setAnchor(null)
  }, [])

  const near = useCallback(
    (element: HTMLElement) => {
      clearTimeout(timer.current)
      const show = () => {
        // What the button has opened says more than its tooltip.
        if (element.ariaExpanded === 'true') return
        if (takeAway !== gone) takeAway?.()
        takeAway = gone
        setAnchor(element)
      }
      const hasAsked = takeAway !== null || performance.now() - lastGone < GRACE_MS
      timer.current = setTimeout(show, hasAsked ? 0 : ASKING_MS)
    },
    [gone],
  )

  const far = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(gone, GRACE_MS)
  }, [gone])

  useEffect(() => () => clearTimeout(timer.current), [])

  useEffect(() => {
    if (!anchor) return
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') gone()
    }
    window.addEventListener('keydown', leave)
    return () => {
      window.removeEventListener('keydown', leave)
      lastGone = performance.now()
      if (takeAway === gone) takeAway = null
    }
  }, [anchor, gone])

  return { anchor, near, far, gone }
}
