/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has taken the bytes over once it asks the person where to put them; a minute is long enough for that.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
