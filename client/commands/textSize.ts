import { createStore } from 'zustand/vanilla'
import { TEXT_FACTORS, type TextSize } from '#shared/drawing/textFactors.ts'
import { readStored, writeStored } from '../api/storage.ts'

const KEY = 'verbatim.textSize'

export type { TextSize }
export const TEXT_SIZES: readonly TextSize[] = ['S', 'M', 'L', 'XL']
export const TEXT_SIZE_WORDS: { readonly [S in TextSize]: string } = {
  S: 'Small text',
  M: 'Normal text',
  L: 'Large text',
  XL: 'Extra large text',
}

type State = { readonly size: TextSize }

/** How large the text of maps is, as this browser remembers it; for nobody else, and not in what is exported. */
export const textSize = createStore<State>(() => {
  const stored = readStored(KEY)
  return { size: TEXT_SIZES.find(size => size === stored) ?? 'M' }
})

/** How many times as large as usual text is. */
export function textFactor({ size }: State): number {
  return TEXT_FACTORS[size]
}

export function setTextSize(size: TextSize): void {
  textSize.setState({ size })
  writeStored(KEY, size)
}

/** The next size in this direction; undefined at the end. */
export function nextTextSize(by: 1 | -1): TextSize | undefined {
  return TEXT_SIZES[TEXT_SIZES.indexOf(textSize.getState().size) + by]
}
