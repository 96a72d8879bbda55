/**
 * Stands in for the `d3-color` that React Flow's zoom imports by way of `d3-interpolate`, by an alias in
 * `vite.config.ts`. It is asked whether what lies between two values is a colour; of the viewport nothing is.
 */
export function color(): null {
  return null
}

export { color as cubehelix, color as hcl, color as hsl, color as lab, color as rgb }
