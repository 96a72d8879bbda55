import { dictionary, MAX_ID, oneOf, optionalReference, sparse, text } from '../field.ts'
import { defineKind, named } from '../kind.ts'
import { NAME } from '../limits.ts'

/**
 * One person who spoke. `alias` is generated, `key` an HMAC of an imported identity. A deleted customer who was merged
 * into another one says into whom, so that withdrawing and erasing reach both.
 */
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
    mergedInto: sparse(text(MAX_ID)),
  },
  title: record => named(record.alias, 'Unnamed customer'),
})
