import { MARK } from '../redact/shadow.ts'
import { fold, tidy } from './fold.ts'
import { meansNone } from './meanings.ts'

const ANONYMOUS = /^(?:anonymous|anonym|anonyme|anonimo|guest|deleted user|withheld|redacted|private)$/

/**
 * Whom a cell of the customer column names, in the form from which the key is derived: white space made single,
 * addresses in small letters. Null for words such as "anonymous", under which many hide.
 */
export function identityOf(cell: string): string | null {
  const identity = tidy(cell).normalize('NFC')
  if (identity === '' || meansNone(identity) || ANONYMOUS.test(fold(identity))) return null
  return identity.includes('@') ? identity.toLowerCase() : identity
}

/** Longer cells are no identities but texts in the wrong column; searching for them would cost more than it hides. */
const MAX_IDENTITY = 300

/** Whether a text gives an identity away. */
export function reveals(text: string, identity: string): boolean {
  const plain = /\s\s|[^\S ]/.test(text) ? tidy(text) : text
  return plain.length >= identity.length && plain.normalize('NFC').toLowerCase().includes(identity.toLowerCase())
}

/** Identities that are not met by chance in other words: a full name, a code, an address. */
function isDistinctive(identity: string): boolean {
  if (identity.length < 4 || identity.length > MAX_IDENTITY) return false
  const letters = /\p{L}/u.test(identity)
  return letters ? /[\d@]/.test(identity) || /\p{L}{2} \p{L}{2}/u.test(identity) : /\d{5}/.test(identity)
}

/**
 * Hides an identity in another cell of its row, one mark for each code unit. Identities that are everyday words, such
 * as a first name or a small number, are hidden only where they are the whole cell or, in a `strict` column such as
 * the quotes' ids, wherever they stand.
 */
export function hideIdentity(text: string, identity: string, strict = false): string {
  if (!reveals(text, identity)) return text
  if (fold(text) === fold(identity)) return MARK.repeat(text.length)
  if (strict ? identity.length > MAX_IDENTITY : !isDistinctive(identity)) return text
  return strict ? hideEvery(text, identity) : hideWords(text, identity)
}

/** Hides whole words only. */
function hideWords(text: string, identity: string): string {
  const pattern = `(?<![\\p{L}\\d])${literally(identity)}(?![\\p{L}\\d])`
  return text.replace(new RegExp(pattern, 'giu'), found => MARK.repeat(found.length))
}

function hideEvery(text: string, identity: string): string {
  // Nearly always the id holds it as written; then no pattern is needed.
  const plain = text.replaceAll(identity, MARK.repeat(identity.length))
  return reveals(plain, identity)
    ? plain.replace(new RegExp(literally(identity), 'giu'), found => MARK.repeat(found.length))
    : plain
}

/** As a pattern in which any white space stands for a space. */
function literally(identity: string): string {
  return identity.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')
}
