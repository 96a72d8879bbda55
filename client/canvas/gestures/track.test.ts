import { describe, expect, it } from 'vitest'
import { track } from './track.ts'

/** A pointer over a page, and what a gesture made of it. */
function pressed(pointerType: string) {
  const page = new EventTarget()
  const pointer = (type: string, clientX: number, clientY: number, pointerId = 1) =>
    Object.assign(new Event(type, { cancelable: true }), { clientX, clientY, pointerId, pointerType })
  const said: string[] = []
  const cancel = track(
    pointer('pointerdown', 0, 0) as unknown as PointerEvent,
    {
      follow: ({ clientX }) => said.push(`at ${clientX}`),
      release: ({ clientX }) => said.push(`released at ${clientX}`),
      end: isGivenUp => said.push(isGivenUp ? 'given up' : 'ended'),
    },
    page as unknown as Window,
    act => act(),
  )
  return {
    said,
    cancel,
    fire: (type: string, x = 0, id = 1) => page.dispatchEvent(pointer(type, x, 0, id)),
    key: (key: string) => page.dispatchEvent(Object.assign(new Event('keydown'), { key })),
  }
}

describe.each(['mouse', 'touch', 'pen'])('a gesture by %s', pointerType => {
  it('follows from where it moved further than a click, and ends with the release', () => {
    const { said, fire } = pressed(pointerType)
    fire('pointermove', 3)
    fire('pointermove', 20)
    fire('pointerup', 30)
    fire('pointermove', 40)
    expect(said).toEqual(['at 20', 'ended', 'released at 30'])
  })

  it('is nothing when it is only a click', () => {
    const { said, fire } = pressed(pointerType)
    fire('pointerup', 2)
    expect(said).toEqual(['ended'])
  })

  it('is given up by Escape, by the system and by whoever began it, without a release', () => {
    for (const giveUp of ['Escape', 'pointercancel', 'cancel'] as const) {
      const { said, fire, key, cancel } = pressed(pointerType)
      fire('pointermove', 20)
      if (giveUp === 'Escape') key('Escape')
      else if (giveUp === 'cancel') cancel()
      else fire('pointercancel')
      expect(said).toEqual(['at 20', 'given up'])
      cancel()
      fire('pointerup', 30)
      expect(said).toEqual(['at 20', 'given up'])
    }
  })

  it('belongs to one pointer: another one neither moves nor releases it, and a second finger gives it up', () => {
    const { said, fire } = pressed(pointerType)
    fire('pointermove', 20)
    fire('pointermove', 90, 2)
    fire('pointerup', 90, 2)
    expect(said).toEqual(['at 20'])
    fire('pointerdown', 90, 2)
    expect(said).toEqual(['at 20', 'given up'])
  })
})
