/** Times as large as usual. In steps that are seen; the largest is for the last row before a projector. */
export const TEXT_FACTORS = { S: 0.875, M: 1, L: 1.25, XL: 1.6 } as const
export type TextSize = keyof typeof TEXT_FACTORS
