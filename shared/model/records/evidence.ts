import { oneOf, reference } from '../field.ts'
import { CLAIM_WORDS } from '../ids.ts'
import { defineKind } from '../kind.ts'

/** A person's word that a quote or an excerpt supports or contradicts a claim. */
export const evidence = defineKind({
  name: 'evidence',
  storage: 'value',
  fields: {
    claim: reference('assumptions', 'painPoints', 'opportunities', { words: CLAIM_WORDS }),
    quote: reference('quotes', 'excerpts'),
    stance: oneOf(['supports', 'contradicts'], 'supports'),
  },
  title: record => (record.stance === 'supports' ? 'Supports' : 'Contradicts'),
})
