import { type Measure, remembering } from './text.ts'

/** Texts of which every character is in the files that every map needs, and one such character. */
const ALL_COMMON = /^[\0-\u00ff\u2000-\u206f]*$/
const COMMON = /[\0-\u00ff\u2000-\u206f]/u

/**
 * Remembers what it measures, and tells of characters beyond those that every map needs, whose fonts may have to be
 * brought: each once, all of one turn together. `told` holds those that were told before, and takes the new ones in.
 */
export function noticing(measure: Measure, told: Set<string>, tell: (characters: string) => void): Measure {
  let fresh = ''
  return remembering((text, font) => {
    for (const character of ALL_COMMON.test(text) ? '' : text) {
      if (COMMON.test(character) || told.has(character)) continue
      told.add(character)
      if (fresh === '') {
        queueMicrotask(() => {
          const characters = fresh
          fresh = ''
          tell(characters)
        })
      }
      fresh += character
    }
    return measure(text, font)
  })
}
