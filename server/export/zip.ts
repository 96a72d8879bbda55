import { crc32 } from 'node:zlib'

/** Names are UTF-8. */
const UTF8 = 0x0800
/** The version of the format that can store files. */
const VERSION = 20
/** Made on Unix, so that the rights below count: everybody may read, the owner may write. */
const MADE_BY = (3 << 8) | VERSION
const RIGHTS = (0o100644 << 16) >>> 0
/** Bytes that a ZIP can address, and files that it can count, without its later additions. */
const MOST_BYTES = 0xffff_ffff
const MOST_FILES = 0xffff

/**
 * A ZIP of these files, stored as they are: pictures do not get smaller. `day` is the ISO day that stands on all of
 * them. The same files give the same bytes. Throws beyond 4 GiB or 65,535 files, which no caller comes near.
 */
export function zip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], day: string): Uint8Array {
  const date = dosDate(day)
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const named = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8, 2)
    common.writeUInt16LE(0, 4)
    common.writeUInt16LE(0, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(named.length, 22)
    const local = [Buffer.from('PK\x03\x04'), common, named, bytes]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(RIGHTS, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02'), twoBytes(MADE_BY), common, rest, named)
    parts.push(...local)
    offset += local.reduce((sum, part) => sum + part.length, 0)
  }
  const listed = Buffer.concat(directory)
  if (files.length > MOST_FILES || offset + listed.length > MOST_BYTES) throw new Error('Too much for one ZIP file')
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, listed, end]))
}

function twoBytes(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(number)
  return bytes
}

/** A day as DOS writes it: years since 1980, month and day in 16 bits. */
function dosDate(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return ((Math.min(2107, Math.max(1980, year)) - 1980) << 9) | (month << 5) | date
}
