import { useEffect, useRef } from 'react'
import { ROOM_KEYS, type RoomAction } from '#shared/model/storyline/roomKeys.ts'

/** What can be asked for while presenting. `up` and `down`: to the words behind a claim and back; `edit`: to the map, to come back to the scene; `end`: to the map, and nobody is led any more. */
export type RoomActions = { readonly [A in RoomAction | 'end']: () => void } & { jump(number: number): void }

const KEYS: Readonly<Record<string, RoomAction>> = ROOM_KEYS

/** Milliseconds in which figures belong to one number. */
const TOGETHER = 1_200

/**
 * Keys and clickers drive the room: figures and Enter go to the scene of that number, Enter alone opens the words. What
 * somebody types or presses a button with is left alone.
 */
export function useRoomKeys(actions: RoomActions): void {
  const now = useRef(actions)
  useEffect(() => {
    now.current = actions
  })
  useEffect(() => {
    let figures = ''
    let last = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('input, textarea, [role="dialog"], [role="menu"]')) return
      const onButton = target?.closest('button, a') !== null && target !== null
      if (/^\d$/.test(event.key)) {
        figures = event.timeStamp - last > TOGETHER ? event.key : figures + event.key
        last = event.timeStamp
        return
      }
      if (event.key === 'Enter' || event.key === ' ') {
        if (onButton) return
        const number = event.timeStamp - last > TOGETHER ? 0 : Number(figures)
        figures = ''
        if (event.key === 'Enter') {
          event.preventDefault()
          if (number > 0) now.current.jump(number)
          else now.current.down()
          return
        }
      }
      const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!action) return
      event.preventDefault()
      now.current[action]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
