/** Every kind of record, in the order in which a map document lists them. */
export const KIND_NAMES = [
  'map',
  'personas',
  'teams',
  'customers',
  'sources',
  'stages',
  'lanes',
  'touchpoints',
  'links',
  'notes',
  'assumptions',
  'quotes',
  'excerpts',
  'painPoints',
  'opportunities',
  'evidence',
  'scenes',
  'promises',
  'guesses',
  'votes',
] as const

export type KindName = (typeof KIND_NAMES)[number]

/** Kinds that are arrays of a map document: all but the one map record. */
export type ListName = Exclude<KindName, 'map'>
export const LIST_NAMES = KIND_NAMES.filter((name): name is ListName => name !== 'map')
