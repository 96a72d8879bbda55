/** A font file of an installed package: `node_modules/${path}`. */
export type FontFile = {
  readonly path: string
  /** The name under which it is registered; several files of one family complete each other. */
  readonly family: string
  readonly weight: 400 | 600
  readonly style: 'normal' | 'italic'
}

type Bundled = {
  readonly family: string
  readonly folder: string
  readonly weights: readonly (400 | 600)[]
  readonly styles: readonly ('normal' | 'italic')[]
  readonly subsets: readonly string[]
}

const EUROPEAN = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek']

/** The parts of the Chinese font bear numbers, with gaps. (Its file `chinese-simplified` lacks the rarer characters.) */
const CHINESE = [...numbers(4, 6), ...numbers(21, 91), ...numbers(97, 119)]

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

/** The fonts that a map is drawn with. Bundled, so that a picture looks the same on every machine. */
const BUNDLED: readonly Bundled[] = [
  { family: 'Inter', folder: 'inter', weights: [400, 600], styles: ['normal'], subsets: [...EUROPEAN, 'greek-ext'] },
  {
    family: 'Source Serif 4',
    folder: 'source-serif-4',
    weights: [400],
    styles: ['normal', 'italic'],
    subsets: EUROPEAN,
  },
  {
    family: 'Noto Sans Arabic',
    folder: 'noto-sans-arabic',
    weights: [400, 600],
    styles: ['normal'],
    subsets: ['arabic'],
  },
  { family: 'Noto Sans SC', folder: 'noto-sans-sc', weights: [400, 600], styles: ['normal'], subsets: CHINESE },
]

/** Every file to register before drawing without a browser. */
export const FONT_FILES: readonly FontFile[] = BUNDLED.flatMap(({ family, folder, weights, styles, subsets }) =>
  subsets.flatMap(subset =>
    weights.flatMap(weight =>
      styles.map(style => ({
        path: `@fontsource/${folder}/files/${folder}-${subset}-${weight}-${style}.woff2`,
        family,
        weight,
        style,
      })),
    ),
  ),
)
