import type { Font } from './text.ts'

/** Every colour a drawing uses, by what it means. */
export const TOKENS = [
  'paper',
  'surface',
  'ink',
  'second',
  'pencil',
  'line',
  'edge',
  'accent',
  'feeling-2',
  'feeling-1',
  'feeling0',
  'feeling1',
  'feeling2',
] as const
export type Token = (typeof TOKENS)[number]

export type Theme = { readonly [T in Token]: string }

export const LIGHT: Theme = {
  paper: '#F6F5F1',
  surface: '#FFFFFF',
  ink: '#1F2328',
  second: '#57606A',
  pencil: '#4A515B',
  line: '#D9D6CE',
  edge: '#82878E',
  accent: '#2F5BD7',
  'feeling-2': '#8F3413',
  'feeling-1': '#B85C1E',
  feeling0: '#6E6E68',
  feeling1: '#2F74A8',
  feeling2: '#17497A',
}

export const DARK: Theme = {
  paper: '#15171A',
  surface: '#1E2125',
  ink: '#ECEDEE',
  second: '#A9B0B8',
  pencil: '#A3ABB5',
  line: '#33383E',
  edge: '#727A83',
  accent: '#8FB0FF',
  'feeling-2': '#F59A73',
  'feeling-1': '#E0853F',
  feeling0: '#A3A29B',
  feeling1: '#5FA3D8',
  feeling2: '#9CC8EE',
}

/** Against a claim: the hue opposite to ink. */
export const AGAINST: Token = 'feeling-1'

/** The colour of a feeling of −2…2, rounded to the nearest step. */
export function feelingToken(feeling: number): Token {
  const steps = ['feeling-2', 'feeling-1', 'feeling0', 'feeling1', 'feeling2'] as const
  return steps[Math.min(4, Math.max(0, Math.round(feeling) + 2))] ?? 'feeling0'
}

/** Families in the order in which a character is looked for. */
export const FONT_STACKS: Readonly<Record<Font['family'], string>> = {
  sans: "Inter, 'Noto Sans Arabic', 'Noto Sans SC', sans-serif",
  serif: "'Source Serif 4', 'Noto Sans Arabic', 'Noto Sans SC', serif",
}

const EUROPEAN_STACKS: typeof FONT_STACKS = { sans: 'Inter, sans-serif', serif: "'Source Serif 4', serif" }
/** Anything but Latin, Greek and Cyrillic with the usual punctuation, which the two first families hold themselves. */
const FURTHER = /[^ -\u052F\u1E00-\u1FFF\u2000-\u206F\u20A0-\u20BF\u2116\u2122]/

/**
 * A font as CSS and canvas write it, for this text. A European text asks for the European families only: the canvas of
 * the server looks through every file of every family named, and the hundred Chinese ones make it six times slower.
 */
export function cssFont({ family, size, weight, italic }: Font, text: string): string {
  const stack = (FURTHER.test(text) ? FONT_STACKS : EUROPEAN_STACKS)[family]
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${stack}`
}

/** The type of a map. */
export const TYPE = {
  pictureTitle: { family: 'sans', size: 34, weight: 600 },
  stageName: { family: 'sans', size: 16, weight: 600 },
  cardTitle: { family: 'sans', size: 14, weight: 600 },
  text: { family: 'sans', size: 14, weight: 400 },
  list: { family: 'sans', size: 13, weight: 400 },
  small: { family: 'sans', size: 12, weight: 400 },
  smallStrong: { family: 'sans', size: 12, weight: 600 },
  quote: { family: 'serif', size: 15, weight: 400 },
} as const satisfies Record<string, Font>
