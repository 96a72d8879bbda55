import { readFile } from 'node:fs/promises'
import { FONT_FILES, type FontFile } from '#shared/drawing/fonts.ts'
import { type Faces, faceOf } from './facesOf.ts'
import { packageFile } from './fonts.ts'

/** Bytes of one family beyond which a file would be mostly font: then the reader's own fonts show that script. */
const MOST = 640 * 1024

/** Fonts inside of a file. */
export type EmbeddedFonts = {
  /** The style sheet that holds them. */
  readonly css: string
  /** Whether a text has characters that only the reader's own fonts may show. */
  lacks(text: string): boolean
}

type Part = FontFile & { readonly ranges: readonly (readonly [from: number, to: number])[]; readonly written: string }

let known: Promise<readonly Part[]> | undefined

/** Every font file with the characters that it is for. */
function parts(): Promise<readonly Part[]> {
  known ??= Promise.all(FONT_FILES.map(withRanges))
  return known
}

async function withRanges(file: FontFile): Promise<Part> {
  const [scope, name, , own = ''] = file.path.split('/')
  const subset = own.slice(`${name}-`.length, -`-${file.weight}-${file.style}.woff2`.length)
  const ranges: Record<string, string> = JSON.parse(
    await readFile(packageFile(`${scope}/${name}/unicode.json`), 'utf8'),
  )
  const written = ranges[subset] ?? ranges[`[${subset}]`] ?? ''
  return { ...file, written, ranges: written.split(',').map(rangeOf) }
}

/** `U+0370-0377` as its ends. */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/** The families that a face looks for characters in, in this order. */
const FURTHER = ['Noto Sans Arabic', 'Noto Sans SC']
const FAMILIES = { sans: ['Inter', ...FURTHER], serif: ['Source Serif 4', ...FURTHER] } as const
const FACES = (['sans', 'serif'] as const).flatMap(family =>
  ([400, 600] as const).flatMap(weight =>
    [false, true].map(italic => ({
      name: faceOf({ family, weight, ...(italic ? { italic } : {}) }),
      families: FAMILIES[family],
      weight,
      style: italic ? 'italic' : 'normal',
    })),
  ),
)

/** The parts of our fonts that these characters need, as a style sheet. */
export async function embeddedFonts(faces: Faces): Promise<EmbeddedFonts> {
  const all = await parts()
  const used = new Map<string, Map<Part, Set<string>>>()
  const missing = new Set<string>()
  for (const { name, families, weight, style } of FACES) {
    const isFitting = (part: Part, strictly: boolean) =>
      part.weight === weight && (part.style === style || (!strictly && part.style === 'normal'))
    for (const character of faces.get(name) ?? []) {
      const code = character.codePointAt(0) ?? 0
      const holds = ({ ranges }: Part) => ranges.some(([from, to]) => from <= code && code <= to)
      const part = families
        .flatMap(family => all.filter(part => part.family === family))
        .find(part => isFitting(part, part.family === families[0]) && holds(part))
      if (!part) {
        if (character.trim() !== '') missing.add(character)
        continue
      }
      const ofFamily = used.get(part.family) ?? new Map<Part, Set<string>>()
      used.set(part.family, ofFamily)
      ofFamily.set(part, (ofFamily.get(part) ?? new Set()).add(character))
    }
  }
  let css = ''
  for (const [family, of] of used) {
    const files = await Promise.all(
      [...of.keys()].map(async part => ({ part, bytes: await readFile(packageFile(part.path)) })),
    )
    if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST) {
      for (const characters of of.values()) for (const one of characters) missing.add(one)
      continue
    }
    for (const { part, bytes } of files) {
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')})format('woff2')`
      css += `@font-face{font-family:'${family}';font-style:${part.style};font-weight:${part.weight};src:${source};unicode-range:${part.written}}\n`
    }
  }
  return { css, lacks: text => [...text].some(character => missing.has(character)) }
}
