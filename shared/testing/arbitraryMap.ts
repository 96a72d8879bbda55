import fc from 'fast-check'
import { CLAIM_WORDS } from '../model/ids.ts'
import { UNKNOWN } from '../model/kind.ts'
import { type KindName, LIST_NAMES, type ListName } from '../model/kindNames.ts'
import { KINDS } from '../model/kinds.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { MAP_RECORD } from '../model/records/map.ts'
import type { JsonObject } from '../util/json.ts'

/** Ids that often meet, so that references often name something. */
export function anId(kind: ListName): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 5 }).map(number => `${kind}-${number}`)
}

/** Text with what breaks careless code: emoji, right-to-left, lone halves of characters, marks of JSON. */
export const aText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', '👩‍👩‍👧 family', 'مرحبا بكم', '客户的声音', '\uD83D', '"quoted" \\ back', 'a\nb'),
)

/** Anything at all that could stand where a field should. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  fc.constantFrom(NaN, Infinity, -0, '', 'x'.repeat(5000), '__proto__', [], {}, [null], new Uint8Array(3)),
)

const anyClaim = fc.oneof(
  fc.constantFrom(...CLAIM_WORDS),
  anId('assumptions'),
  anId('painPoints'),
  anId('opportunities'),
)

/** Plausible raw values per field; whatever is not listed is made from text, numbers and nulls. */
function rawField(name: string): fc.Arbitrary<unknown> {
  const references: Record<string, fc.Arbitrary<unknown>> = {
    stage: anId('stages'),
    untilStage: anId('stages'),
    lane: anId('lanes'),
    under: fc.option(anId('notes'), { freq: 3 }),
    x: fc.option(fc.integer({ min: -50, max: 600 })),
    y: fc.option(fc.integer({ min: -50, max: 600 })),
    touchpoint: anId('touchpoints'),
    from: fc.oneof(anId('touchpoints'), fc.constant('2026-01-31')),
    to: anId('touchpoints'),
    quote: anId('quotes'),
    pinnedQuote: anId('quotes'),
    customer: anId('customers'),
    persona: anId('personas'),
    source: anId('sources'),
    team: anId('teams'),
    about: fc.oneof(anId('touchpoints'), anId('stages'), fc.constant('journey')),
    claim: anyClaim,
    replaces: anId('assumptions'),
    painPoints: fc.array(anId('painPoints'), { maxLength: 4 }),
    history: fc.array(fc.record({ status: fc.constantFrom('open', 'mended'), on: fc.constant(null), words: aText }), {
      maxLength: 3,
    }),
    assumption: anId('assumptions'),
    opportunity: anId('opportunities'),
    checks: fc.array(
      fc.record({ on: fc.constantFrom(null, '2026-03-01'), kept: fc.boolean(), heard: aText, asked: fc.constant(20) }),
      { maxLength: 3 },
    ),
    row: fc.dictionary(aText, aText, { maxKeys: 3 }),
    saidOn: fc.constantFrom(null, '2026-02-28', '2026-02-31'),
    stance: fc.constantFrom('supports', 'contradicts'),
    kind: fc.constantFrom('steps', 'frontstage', 'backstage', 'pains', 'worked', 'wish'),
    side: fc.constantFrom('customer', 'staff'),
    consent: fc.constantFrom('unknown', 'given', 'withdrawn'),
    how: fc.constantFrom('written', 'noted', 'recalled'),
    feeling: fc.constantFrom(null, -2, -1, 0, 1, 2),
  }
  return references[name] ?? fc.oneof(aText, fc.integer({ min: -3, max: 400 }), fc.constant(null), fc.boolean())
}

/** A record of a kind as `repair` leaves it, with unknown members now and then. */
export function aRecord(kind: KindName, id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(KINDS[kind].fieldNames.map(name => [name, rawField(name)]))
  const unknown = fc.option(fc.record({ mood: fc.constant('later'), list: fc.constant([1, { a: null }]) }), {
    freq: 3,
    nil: undefined,
  })
  return fc
    .tuple(id, fc.record(fields, { requiredKeys: [] }), unknown)
    .map(([ownId, raw, rest]) => KINDS[kind].repair(ownId, rest ? { ...raw, [UNKNOWN]: rest } : raw))
}

/** A map document with records of every kind, references that sometimes dangle, and unknown members. */
export const aMap: fc.Arbitrary<MapDocument> = fc
  .record({
    map: aRecord('map', fc.constant(MAP_RECORD)),
    ...Object.fromEntries(
      LIST_NAMES.map(kind => [
        kind,
        fc.uniqueArray(aRecord(kind, anId(kind)), { maxLength: 5, selector: record => (record as { id: string }).id }),
      ]),
    ),
    rest: fc.option(fc.constant<JsonObject>({ future: [{ id: 'f' }], '~': 1 }), { nil: undefined }),
  })
  .map(({ rest, ...map }) => ({ ...map, ...(rest ? { [UNKNOWN]: rest } : {}) }) as unknown as MapDocument)
