import { useEffect, useRef } from 'react'
import styles from './present.module.css'

/** A red point where the pointer is. */
export function Laser() {
  const point = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!point.current) return
      point.current.style.transform = `translate(${clientX}px, ${clientY}px)`
      point.current.style.visibility = 'visible'
    }
    window.addEventListener('pointermove', move)
    return () => window.removeEventListener('pointermove', move)
  }, [])
  return <div ref={point} className={styles.laser} data-testid="laser" />
}
