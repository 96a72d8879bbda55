import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askToKeep, linkIsKept, linkToKeep } from './keepLink.ts'

beforeEach(() => {
  const storage = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  })
})

describe('the facilitator link of a map that was made here', () => {
  it('is offered until it is put aside, and then never again', () => {
    askToKeep('a', 'http://x.test/m/a#1')
    askToKeep('b', 'http://x.test/m/b#2')
    linkIsKept('a')
    expect([linkToKeep('a'), linkToKeep('b')]).toEqual([null, 'http://x.test/m/b#2'])
  })

  it('is offered for the last twenty maps', () => {
    for (let made = 1; made <= 25; made++) askToKeep(`m${made}`, 'http://x.test')
    expect([linkToKeep('m5'), linkToKeep('m6')]).toEqual([null, 'http://x.test'])
  })

  it('is not offered where the storage holds something else', () => {
    localStorage.setItem('verbatim.keep', '[{"a":1}]')
    expect(linkToKeep('0')).toBeNull()
  })
})
