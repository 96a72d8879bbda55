import type { Field, NameSpace } from '#shared/model/field.ts'
import { KIND_NAMES, type KindName } from '#shared/model/kindNames.ts'
import { KINDS } from '#shared/model/kinds.ts'

type Reference = { field: string; names: readonly NameSpace[] }

/** The fields of each kind that name other records. */
const REFERENCES = new Map<KindName, readonly Reference[]>(
  KIND_NAMES.map(kind => {
    const fields: [string, Field<unknown>][] = Object.entries(KINDS[kind].fields)
    return [kind, fields.flatMap(([field, { names }]) => (names ? [{ field, names }] : []))]
  }),
)

/** A record with each id that it names put through `rename`, which is told of what kinds it can be. Words stay. */
export function renamed<R extends object>(
  kind: KindName,
  record: R,
  rename: (kinds: readonly KindName[], id: string) => string,
): R {
  const fields: Record<string, unknown> = {}
  for (const { field, names } of REFERENCES.get(kind) ?? []) {
    const one = (id: unknown) => (typeof id !== 'string' || isWord(names, id) ? id : rename(kindsIn(names), id))
    const value = (record as Record<string, unknown>)[field]
    fields[field] = Array.isArray(value) ? value.map(one) : one(value)
  }
  return { ...record, ...fields }
}

/** Every id that a record names, with the kinds that it can be of. */
export function namedBy(kind: KindName, record: object): { kinds: readonly KindName[]; id: string }[] {
  const found: { kinds: readonly KindName[]; id: string }[] = []
  renamed(kind, record, (kinds, id) => {
    found.push({ kinds, id })
    return id
  })
  return found
}

function isWord(names: readonly NameSpace[], id: string): boolean {
  return names.some(name => typeof name !== 'string' && name.words.includes(id))
}

function kindsIn(names: readonly NameSpace[]): KindName[] {
  return names.filter(name => typeof name === 'string')
}
