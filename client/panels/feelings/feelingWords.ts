import type { HeardFeeling } from '#shared/model/evidence/EvidenceIndex.ts'

/** The five steps of a feeling, from worst to best. */
export const FEELINGS = [-2, -1, 0, 1, 2] as const

const WORDS = ['very bad', 'bad', 'neutral', 'good', 'very good'] as const

/** `−2`, `0`, `+1`, `+0.5`: a feeling as a number, with a true minus sign. */
export function feelingNumber(feeling: number): string {
  const digits = String(Math.abs(Math.round(feeling * 10) / 10))
  return feeling > 0 ? `+${digits}` : feeling < 0 ? `−${digits}` : '0'
}

/** The word for the nearest step. */
export function feelingWord(feeling: number): string {
  return WORDS[Math.min(4, Math.max(0, Math.round(feeling) + 2))] ?? 'neutral'
}

/** How far what customers felt lies from what the team assumed, in steps; null while one of the two is missing. */
export function gapOf(assumed: number | null, heard: HeardFeeling | null): number | null {
  return assumed === null || heard === null ? null : heard.median - assumed
}

/** The gap as a sentence without a final full stop. */
export function gapWords(assumed: number | null, heard: HeardFeeling | null): string {
  const gap = gapOf(assumed, heard)
  if (gap === null) {
    if (heard) return `Customers felt ${feelingWord(heard.median)}; we have not guessed`
    return assumed === null
      ? 'No guess yet, and no customer has said how this felt'
      : 'No customer has said how this felt'
  }
  const steps = Math.round(Math.abs(gap) * 2) / 2
  if (steps === 0) return 'Customers feel what we assumed'
  return `Customers feel ${stepWords(steps)} ${gap < 0 ? 'worse' : 'better'} than we assumed`
}

/** Halves in words: `half a step`, `1 step`, `1½ steps`. */
function stepWords(steps: number): string {
  if (steps === 0.5) return 'half a step'
  const text = `${Math.floor(steps)}${steps % 1 === 0 ? '' : '½'}`
  return `${text} ${steps === 1 ? 'step' : 'steps'}`
}

/** The token of `tokens.css` for a feeling. */
export function feelingColor(feeling: number): string {
  const step = Math.min(2, Math.max(-2, Math.round(feeling))) + 0
  return `var(--feeling${step})`
}
