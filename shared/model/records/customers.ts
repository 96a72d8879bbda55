import { dictionary, oneOf, optionalReference, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { NAME } from '../limits.ts'

/** One person who spoke. `alias` is generated, `key` an HMAC of an imported identity. */
export const customers = defineKind({
  name: 'customers',
  storage: 'value',
  fields: {
    alias: text(NAME),
    side: oneOf(['customer', 'staff'], 'customer'),
    persona: optionalReference('personas'),
    consent: oneOf(['unknown', 'given', 'withdrawn'], 'unknown'),
    facets: dictionary(),
    key: text(NAME),
  },
  title: record => named(record.alias, 'Unnamed customer'),
})
