/** The lines of a service blueprint, as people call them. */
export const LINES = {
  interaction: 'Line of interaction',
  visibility: 'Line of visibility',
  internal: 'Line of internal interaction',
} as const

export type Line = keyof typeof LINES
