/** 32 letters and digits without look-alikes: 5 bits a character. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * `length` random characters of 5 bits each.
 * `crypto.getRandomValues` exists on plain http too, `crypto.randomUUID` does not.
 */
export function randomText(length: number): string {
  let text = ''
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) text += ALPHABET[byte % 32]
  return text
}
