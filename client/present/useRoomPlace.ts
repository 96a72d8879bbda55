import { useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Leader, Place } from '#shared/protocol/lead.ts'
import { mayLead, takeLead } from '../commands/leading.ts'
import { askedScene, forgetAsked, placeIn } from '../commands/presenting.ts'
import { type Leading, partOf, placeOf } from '../session/leading.ts'
import { type OpenMap, useOpenMap } from '../store/MapContext.tsx'

type Named = { readonly id: string }

export type RoomPlace = {
  readonly index: number
  readonly place: Place
  /** Whether this window moves everybody, goes along, or goes where its person likes. */
  readonly part: ReturnType<typeof partOf>
  /** Who leads, if anybody. */
  readonly leader: Leader | null
  /** Windows that follow. */
  readonly followers: number
  /** Whether this person chose a scene while somebody else leads, and has not said yet how to go on. */
  readonly isAside: boolean
  /** They have said so. */
  settle(): void
  /** Goes somewhere else; whoever follows looks around from then on. */
  change(to: Partial<Place>): void
  /** The scene of this index, without anything over it. */
  go(index: number): void
}

/** Where one is in a list that others change meanwhile: at the same entry, or where it stood when it is gone. */
export function indexIn(list: readonly Named[], at: { id: string; index: number }): number {
  const found = list.findIndex(({ id }) => id === at.id)
  return found >= 0 ? found : Math.max(0, Math.min(at.index, list.length - 1))
}

/**
 * Where this window is in the storyline: where the leader is, or where its person went. `besideWall`: it is the
 * presenter window, which leaves what both would do by themselves to the wall.
 */
export function useRoomPlace(scenes: readonly Named[], besideWall = false): RoomPlace {
  const open = useOpenMap()
  const { leading } = open.session
  const state = useStore(leading.store)
  const [asked] = useState(() => askedScene(open.id))
  const { isAside, isHeld, settle } = useAside(leading, state, asked)
  const part = isHeld ? 'apart' : partOf(state)
  const led = placeOf(state)
  const [local, setLocal] = useState<Place>(() => ({
    scene: placeIn(open.id) ?? scenes[0]?.id ?? '',
    words: false,
    black: false,
  }))
  const [last, setLast] = useState(0)
  const place = part !== 'apart' && led.scene !== '' ? led : local
  const index = indexIn(scenes, { id: place.scene, index: last })
  const scene = scenes[index]?.id ?? ''

  // Whoever stops following, or is left by their leader, stays where they are.
  useEffect(() => {
    setLast(index)
    if (place !== local) setLocal(place)
  }, [index, place, local])
  useMend(leading, { scenes, scene, place, led, part }, besideWall)
  useLeadAtFirst(open, state, place, asked)
  useEffect(() => {
    leading.attend(part === 'follows')
    return () => leading.attend(false)
  }, [leading, part])

  const change = useCallback(
    (to: Partial<Place>) => {
      const next = { ...place, scene, ...to }
      if (part === 'leads' || state.asks) leading.go(next)
      if (part === 'leads') return
      if (part === 'follows') leading.follow(false)
      setLocal(next)
    },
    [leading, place, scene, part, state.asks],
  )
  const go = (wanted: number) => {
    const next = scenes[Math.max(0, Math.min(wanted, scenes.length - 1))]
    if (next) change({ scene: next.id, words: false, black: false })
  }
  const leader = state.lead?.leader ?? null
  return { index, place, part, leader, followers: state.following.count, isAside, settle, change, go }
}

type Shown = { scenes: readonly Named[]; scene: string; place: Place; led: Place; part: RoomPlace['part'] }

/**
 * Who chose a scene is not taken from it by somebody who leads: until they say otherwise they are at theirs, and
 * everybody else stays where the leader is. `isHeld`: as long as it is not known who leads, or they have just heard.
 */
function useAside(leading: OpenMap['session']['leading'], { isTold, lead }: Leading, asked: string | null) {
  const [isOpen, setOpen] = useState(asked !== null)
  const [isAside, setAside] = useState(false)
  const isLed = lead !== null && !lead.mine
  useEffect(() => {
    if (!isOpen || !isTold) return
    setOpen(false)
    if (!isLed) return
    leading.follow(false)
    setAside(true)
  }, [leading, isOpen, isTold, isLed])
  return { isHeld: isOpen && isLed, isAside: isAside && isLed, settle: () => setAside(false) }
}

/** Milliseconds that a presenter window leaves to the wall of the same person, which does the same. */
const AFTER_THE_WALL = 1_000

/** When the scene on the wall is deleted, whoever leads takes everybody to the one that stands there now. */
function useMend(
  leading: OpenMap['session']['leading'],
  { scenes, scene, place, led, part }: Shown,
  besideWall: boolean,
): void {
  const known = useRef('')
  useEffect(() => {
    if (scenes.some(({ id }) => id === place.scene)) known.current = place.scene
    const isGone = known.current === place.scene && scene !== place.scene
    // A scene that was never here is on its way.
    if (part !== 'leads' || scene === '' || !(isGone || led.scene === '')) return
    const mend = () => {
      // The leader may have gone on meanwhile, in this window or another of theirs.
      if (placeOf(leading.store.getState()).scene === led.scene) leading.go({ ...place, scene })
    }
    if (!besideWall) return mend()
    const timer = setTimeout(mend, AFTER_THE_WALL)
    return () => clearTimeout(timer)
  }, [leading, scenes, scene, place, led, part, besideWall])
}

/**
 * Who may, leads from the start where nobody does, and again when the server has forgotten it. `asked` is the scene that
 * they chose.
 */
function useLeadAtFirst(
  open: OpenMap,
  { isTold, lead, asks, retakes }: Leading,
  place: Place,
  asked: string | null,
): void {
  const isDecided = useRef(false)
  useEffect(() => forgetAsked(open.id), [open])
  useEffect(() => {
    if (!isTold) return
    const isFirst = !isDecided.current
    isDecided.current = true
    if (lead === null) {
      if (!asks && (isFirst || retakes) && mayLead(open)) takeLead(open, place)
    } else if (isFirst && lead.mine && asked !== null) {
      // Who leads and comes from the map to a certain scene takes everybody there.
      open.session.leading.go({ scene: asked, words: false, black: false })
    }
  })
}
