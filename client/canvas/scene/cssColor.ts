import type { Token } from '#shared/drawing/theme.ts'

/** The custom property that holds a colour of the drawing, so that the theme of the page colours the map too. */
export function cssColor(token: Token): string {
  return `var(--${token.replace('+', '')})`
}
