import type { ComparedStage } from '#shared/model/evidence/compare.ts'

/** The touchpoint on which the two sides are furthest apart; null where none differs. */
export function widest(stages: readonly ComparedStage[]): { title: string; difference: number } | null {
  let most: { title: string; difference: number } | null = null
  for (const { touchpoints } of stages) {
    for (const { title, difference } of touchpoints) {
      if (difference === null || difference === 0) continue
      if (most === null || Math.abs(difference) > Math.abs(most.difference)) most = { title, difference }
    }
  }
  return most
}

/** How much better or worse B feels, in steps: `B feels 1½ steps worse`. */
export function differenceWords(difference: number): string {
  const steps = Math.round(Math.abs(difference) * 2) / 2
  if (steps === 0) return 'Both feel the same'
  const whole = Math.floor(steps)
  const number = steps === 0.5 ? 'half a' : `${whole}${steps % 1 === 0 ? '' : '½'}`
  const noun = steps <= 1 ? 'step' : 'steps'
  return `B feels ${number} ${noun} ${difference < 0 ? 'worse' : 'better'}`
}

/** How many more or fewer customers B has: `+3`, `−12`, `same`. */
export function voicesDifference(a: number, b: number): string {
  if (a === b) return 'same'
  return b > a ? `+${(b - a).toLocaleString('en-GB')}` : `−${(a - b).toLocaleString('en-GB')}`
}
