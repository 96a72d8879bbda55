/** Schemas that several routes speak of. */

export const string = { type: 'string' }
export const maybeString = { type: ['string', 'null'] }
export const number = { type: 'number' }
export const integer = { type: 'integer' }
export const time = { type: 'string', format: 'date-time' }
export const maybeTime = { ...time, type: ['string', 'null'] }

export const bytes = { schema: { type: 'string', format: 'binary' } }
export const text = { schema: string }

/** A map document. */
export const map = { $ref: '/schema/map-1.json' }
/** How many records of each kind. */
export const counts = { type: 'object', additionalProperties: integer }
