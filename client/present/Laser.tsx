import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { placeOn, pointAt, type Wall } from '#shared/drawing/slides/pointing.ts'
import { useOpenMap } from '../store/MapContext.tsx'
import { pointer } from './pointer.ts'
import styles from './present.module.css'

export type LaserProps = {
  wall: Wall
  /** CSS pixels of the window. */
  width: number
}

/** A red point where the pointer is; with `tells` whoever follows sees it too. */
export function Laser({ wall, width, tells }: LaserProps & { tells: boolean }) {
  const { leading } = useOpenMap().session
  const shown = useMemo(
    () =>
      pointer(
        wish => leading.say(wish),
        () => leading.store.getState().following.count,
      ),
    [leading],
  )
  const point = useRef<HTMLDivElement>(null)
  const at = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    if (!tells) return
    return () => shown.point(null)
  }, [shown, tells])
  useEffect(() => {
    const scale = wall.drawn.width / width
    const tell = () => {
      if (tells && at.current) shown.point(pointAt(wall, at.current.x * scale, at.current.y * scale))
    }
    const move = ({ clientX, clientY }: PointerEvent) => {
      at.current = { x: clientX, y: clientY }
      if (point.current) {
        point.current.style.transform = `translate(${clientX}px, ${clientY}px)`
        point.current.style.visibility = 'visible'
      }
      tell()
    }
    const leave = () => {
      at.current = null
      if (point.current) point.current.style.visibility = 'hidden'
      if (tells) shown.point(null)
    }
    // The next scene comes under a pointer that stands still.
    tell()
    const page = document.documentElement
    window.addEventListener('pointermove', move)
    page.addEventListener('pointerleave', leave)
    return () => {
      window.removeEventListener('pointermove', move)
      page.removeEventListener('pointerleave', leave)
    }
  }, [shown, wall, width, tells])
  return <div ref={point} className={styles.laser} data-testid="laser" />
}

/** The red point of whoever leads, on what they point at; where it is drawn otherwise here there is none. */
export function LeadersLaser({ wall, width }: LaserProps) {
  const { leading } = useOpenMap().session
  const { point } = useStore(leading.pointed)
  const place = point && placeOn(wall, point)
  const last = useRef({ x: 0, y: 0 })
  const { x, y } = place ?? last.current
  useEffect(() => {
    last.current = { x, y }
  }, [x, y])
  const scale = width / wall.drawn.width
  return (
    <div
      className={styles.pointed}
      data-shown={place ? '' : undefined}
      style={{ transform: `translate(${x * scale}px, ${y * scale}px)` }}
      data-testid="leaders-laser"
    />
  )
}
