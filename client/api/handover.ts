let handed: File | null = null

/** Leaves a file for the page that comes next: a table of quotes that a new map starts from. */
export function handOver(file: File): void {
  handed = file
}

/** The file that was left, once. */
export function takeOver(): File | null {
  const file = handed
  handed = null
  return file
}
