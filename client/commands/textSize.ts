import { createStore } from 'zustand/vanilla'
import { readStored, writeStored } from '../api/storage.ts'

const KEY = 'verbatim.textSize'

/** Times as large as usual. In steps that are seen; the largest is for the last row before a projector. */
const FACTORS = { S: 0.875, M: 1, L: 1.25, XL: 1.6 } as const
export type TextSize = keyof typeof FACTORS
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
  return FACTORS[size]
}

export function setTextSize(size: TextSize): void {
  textSize.setState({ size })
  writeStored(KEY, size)
}

/** The next size in this direction; undefined at the end. */
export function nextTextSize(by: 1 | -1): TextSize | undefined {
  return TEXT_SIZES[TEXT_SIZES.indexOf(textSize.getState().size) + by]
}
