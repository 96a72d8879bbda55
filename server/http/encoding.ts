import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

export type Encoding = 'br' | 'zstd' | 'gzip' | 'identity'

/** High enough for small files, low enough that the first visitor does not wait: some 30 ms for 500 kB. */
const BROTLI_QUALITY = 8

/** For what is compressed once and sent often. */
export const THOROUGHLY = {
  br: bytes => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: bytes => promisify(gzip)(bytes),
} as const satisfies Compress

/** For what somebody waits for: some 15 ms for 8 MB. */
export const QUICKLY = {
  zstd: bytes => promisify(zstdCompress)(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  gzip: bytes => promisify(gzip)(bytes, { level: 1 }),
} as const satisfies Compress

/** Ways to compress, the best first. */
export type Compress = Partial<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>>>

/** The first of these encodings that an `accept-encoding` takes; `q=0` forbids one. */
export function accepted(header: string, compress: Compress): Encoding {
  const offers = header.split(',').map(offer => offer.trim().toLowerCase())
  const takes = (name: string) => offers.some(offer => offer.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(offer))
  const known = Object.keys(compress) as Encoding[]
  return known.find(takes) ?? 'identity'
}
