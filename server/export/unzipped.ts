/** One file of a ZIP. */
export type Unzipped = { readonly name: string; readonly bytes: Buffer; readonly crc: number }

/**
 * Reads a ZIP of stored files as the format asks for it: from its end, by its directory, and each file held to what the
 * directory says of it. Throws at anything that does not agree. For tests.
 */
export function unzipped(zip: Uint8Array): Unzipped[] {
  const file = Buffer.from(zip)
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`This is no sound ZIP: ${what}`)
  }
  const end = file.length - 22
  must(file.readUInt32LE(end) === 0x0605_4b50, 'it has no end')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  must(at + file.readUInt32LE(end + 12) === end, 'its directory does not reach to its end')
  const files: Unzipped[] = []
  let free = 0
  for (let index = 0; index < count; index++) {
    must(file.readUInt32LE(at) === 0x0201_4b50, 'its directory is broken')
    const [local, named] = [file.readUInt32LE(at + 42), file.readUInt16LE(at + 28)]
    must(local === free, 'there is something between its files')
    must(file.readUInt32LE(local) === 0x0403_4b50, 'a file does not begin where it should')
    must(
      file.subarray(local + 4, local + 30).equals(file.subarray(at + 6, at + 32)),
      'a file says two things of itself',
    )
    must((file.readUInt16LE(at + 8) & 0x0800) !== 0, 'a name is not said to be UTF-8')
    const size = file.readUInt32LE(at + 20)
    must(size === file.readUInt32LE(at + 24), 'a file is not stored as it is')
    const name = file.subarray(at + 46, at + 46 + named)
    must(name.equals(file.subarray(local + 30, local + 30 + named)), 'a file has two names')
    const start = local + 30 + named
    files.push({ name: name.toString(), bytes: file.subarray(start, start + size), crc: file.readUInt32LE(at + 16) })
    free = start + size
    at += 46 + named
  }
  must(at === end, 'its directory lists more')
  return files
}
