import { fileName } from './fileName.ts'

/** Letters that no file system and no header quarrels over; what is cut off is only the end of a long title. */
const LONGEST_NAME = 80

/**
 * The value of `content-disposition` for a file that is called after a map. Its title in full for browsers that read
 * RFC 5987, in plain letters for the others. `suffix` stands behind it.
 */
export function attachment(title: string, extension: string, suffix = ''): string {
  const name = fileName([...title].slice(0, LONGEST_NAME).join(''), 'Map') + suffix
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const encoded = encodeURIComponent(name).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain === suffix.trim() ? `Map${suffix}` : plain}.${extension}"; filename*=UTF-8''${encoded}.${extension}`
}
