/** `--name=value` after the word that picks a benchmark, as a positive whole number. Throws on anything else. */
export function numberOption(name: string, fallback: number): number {
  const [only = fallback] = numbersOption(name, [fallback])
  return only
}

/** `--name=1,2,3`. */
export function numbersOption(name: string, fallback: readonly number[]): readonly number[] {
  const given = textOption(name)
  if (given === null) return fallback
  const numbers = given.split(',').map(Number)
  if (numbers.every(number => Number.isInteger(number) && number > 0)) return numbers
  throw new Error(`--${name} takes whole numbers above 0, and got "${given}".`)
}

export function textOption(name: string): string | null {
  const start = `--${name}=`
  return process.argv.find(argument => argument.startsWith(start))?.slice(start.length) ?? null
}
