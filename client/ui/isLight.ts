/** Whether dark text reads better than white on a colour `#rrggbb` (by WCAG's relative luminance). */
export function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  // Above this luminance the contrast with near-black is larger than that with white.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.186
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
