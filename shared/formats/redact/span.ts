/** What a removed piece was. `account` covers bank accounts, sort codes, IBANs and cards. */
export type RedactionKind = 'email' | 'phone' | 'account' | 'reference' | 'postcode'

/** A removed piece, `start` ≤ … < `end` in UTF-16 code units of the text, before and after alike. */
export type Span = { start: number; end: number; kind: RedactionKind }
