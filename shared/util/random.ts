/** 32 letters and digits without look-alikes: 5 bits a character. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Bytes drawn at once: an import makes thousands of ids, and each draw is a call into the system. */
const BLOCK = 4096
let bytes = new Uint8Array(0)
let used = 0

function randomByte(): number {
  if (used >= bytes.length) {
    bytes = crypto.getRandomValues(new Uint8Array(BLOCK))
    used = 0
  }
  return bytes[used++] ?? 0
}

/**
 * `length` random characters of 5 bits each.
 * `crypto.getRandomValues` exists on plain http too, `crypto.randomUUID` does not.
 */
export function randomText(length: number): string {
  let text = ''
  for (let index = 0; index < length; index++) text += ALPHABET[randomByte() % 32]
  return text
}
