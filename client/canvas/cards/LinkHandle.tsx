import { useCanvas } from '../canvasState.ts'
import styles from './cards.module.css'

/** A dot at the right edge of a card, from which an arrow is drawn. Pointers only: keys have the link tool. */
export function LinkHandle({ from }: { from: string }) {
  const { startLink } = useCanvas()
  return (
    <span
      aria-hidden="true"
      className={`nodrag nopan ${styles.handle}`}
      onPointerDown={event => {
        if (event.button !== 0) return
        event.stopPropagation()
        startLink(from, event.nativeEvent)
      }}
    />
  )
}
