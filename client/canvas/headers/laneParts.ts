import { drawLaneHeader } from '#shared/drawing/headers.ts'
import type { Token } from '#shared/drawing/theme.ts'
import { TYPE } from '#shared/drawing/theme.ts'
import type { Lane } from '#shared/model/kinds.ts'

/** What the drawing puts beside a lane's name: a line of explanation, and the steps of a scale. */
export type LaneParts = {
  readonly caption: string
  /** `at`: the middle of the words, from 0 (top of the lane) to 1. */
  readonly scale: readonly { readonly words: string; readonly at: number; readonly color: Token }[]
}

/** Reads those parts from the shared drawing, for a header that is shown at any zoom in letters of one size. */
export function laneParts(lane: Lane, height: number): LaneParts {
  const { items } = drawLaneHeader(lane, height, text => text.length)
  const small = items.filter(item => item.type === 'text').filter(item => item.font === TYPE.small)
  return {
    caption: small
      .filter(item => item.anchor === 'left')
      .map(item => item.text)
      .join(' '),
    scale: small
      .filter(item => item.anchor === 'right')
      .map(item => ({ words: item.text, at: (item.y - TYPE.small.size / 3) / height, color: item.color })),
  }
}
