import { useEffect, useRef } from 'react'

/** What can be asked for while presenting. */
export type RoomActions = {
  next(): void
  previous(): void
  first(): void
  last(): void
  /** Down to the words behind a claim, and back up. */
  down(): void
  up(): void
  jump(number: number): void
  black(): void
  laser(): void
  larger(): void
  smaller(): void
  list(): void
  fullScreen(): void
  /** To the map, to come back to the scene. */
  edit(): void
  /** To the map, and nobody is led any more. */
  end(): void
  /** The presenter window. */
  speaker(): void
}

/** Milliseconds in which figures belong to one number. */
const TOGETHER = 1_200

const KEYS: Readonly<Record<string, Exclude<keyof RoomActions, 'jump'>>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  p: 'previous',
  Home: 'first',
  End: 'last',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Escape: 'up',
  b: 'black',
  '.': 'black',
  l: 'laser',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  s: 'list',
  '/': 'list',
  f: 'fullScreen',
  e: 'edit',
  w: 'speaker',
}

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
