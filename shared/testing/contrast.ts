/** Contrast of two colours, `#rrggbb` each, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour to be seen where one lies on another with this opacity, 0 to 1. */
export function over(color: string, below: string, opacity: number): string {
  const [top, bottom] = [channels(color), channels(below)]
  const mixed = top.map((part, at) => Math.round(opacity * part + (1 - opacity) * (bottom[at] ?? 0)))
  return `#${mixed.map(part => part.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const parts = channels(color).map(channel => channel / 255)
  const [r = 0, g = 0, b = 0] = parts.map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function channels(color: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16))
}
