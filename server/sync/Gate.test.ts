import { describe, expect, it } from 'vitest'
import { Gate } from './Gate.ts'

describe('the gate', () => {
  it('lets frames through in order, between two who want to be alone too', async () => {
    const gate = new Gate()
    const seen: string[] = []
    const first = Promise.withResolvers<void>()
    const one = gate.alone(async () => {
      await first.promise
      seen.push('first alone')
    })
    const two = gate.alone(async () => seen.push('second alone'))
    gate.pass(() => seen.push('a'))
    gate.pass(() => seen.push('b'))
    expect(seen).toEqual([])
    first.resolve()
    await Promise.all([one, two])
    gate.pass(() => seen.push('c'))
    expect(seen).toEqual(['first alone', 'a', 'b', 'second alone', 'c'])
  })

  it('keeps the order when a frame shuts it again', async () => {
    const gate = new Gate()
    const seen: string[] = []
    const over: Promise<unknown>[] = []
    over.push(gate.alone(async () => seen.push('first alone')))
    gate.pass(() => {
      seen.push('a')
      over.push(gate.alone(async () => seen.push('shut by a')))
      gate.pass(() => seen.push('d'))
    })
    gate.pass(() => seen.push('b'))
    gate.pass(() => seen.push('c'))
    while (over.length > 0) await over.shift()
    expect(seen).toEqual(['first alone', 'a', 'shut by a', 'b', 'c', 'd'])
  })

  it('opens again when what was done alone fails', async () => {
    const gate = new Gate()
    await expect(gate.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await Promise.resolve()
    expect(gate.isShut).toBe(false)
  })
})
