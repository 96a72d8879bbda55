/** Bytes of UTF-8 that every file system takes, with a number before and an ending behind them. */
const LONGEST = 200

/** A title as the name of a file: nothing that a file system or a header quarrels over, cut where it is too long. */
export function fileName(title: string, otherwise: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  let name = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(clean)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > LONGEST) break
    name += segment
  }
  return name.trim().replace(/[. ]+$/, '') || otherwise
}
