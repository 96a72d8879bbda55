import * as Y from 'yjs'
import { KIND_NAMES } from '../../model/kindNames.ts'
import { KINDS } from '../../model/kinds.ts'
import { changesOf, documentRoot, GONE, ORDER, PLACE, rootOf, VALUE_KINDS } from '../roots.ts'

/** Levels of nesting: as deep as a server lets through. */
const DEPTH = 60

function nested(): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < DEPTH; level += 1) value = level % 2 === 0 ? [value] : { at: value }
  return value
}

const MARKUP = '<img src=x onerror="window.hostile = 1"><script>window.hostile = 1</script>'

/** Makers, because a shared type can lie in one place only. */
const VALUES: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => Number.MAX_VALUE,
  () => -1e308,
  () => 1e-320,
  () => '',
  () => MARKUP,
  () => 'javascript:window.hostile=1',
  () => '\u202e\u0000\ufeff\u200b\ud800',
  () => 'word '.repeat(1_000),
  () => 'W'.repeat(5_000),
  () => '2026-99-99',
  () => [],
  () => Array.from({ length: 500 }, (_, index) => index),
  () => ['stage', MARKUP, {}, 1e300, Number.MIN_VALUE],
  () => ({}),
  () => [{ length: 1e9, toString: 'no', toJSON: 1, constructor: null, hasOwnProperty: 1 }],
  () => ({ prototype: { polluted: true }, 'constructor.prototype.polluted': true }),
  nested,
  () => new Uint8Array(1_000),
  () => new Y.Text(MARKUP),
  () => new Y.Array(),
  () => new Y.Map([['toString', 'no']]),
  () => new Y.XmlElement('script'),
  () => new Y.Doc(),
]

/** Of one kind: ids that one reference can name are told apart by the door, not here. */
const idsOf = (kind: string) => ['', '__proto__', `${kind}/b`, kind.repeat(100), `${kind}${MARKUP}`, `${kind}\ud800`]

/**
 * What the worst editor would leave in every root of a map: each field of each kind with each value that makes no
 * sense there, records that are none, and ids that are none. Answers how many records it wrote.
 */
export function writeHostile(doc: Y.Doc): number {
  let written = 0
  for (const kind of KIND_NAMES) {
    const root = rootOf(doc, kind)
    const names = [...KINDS[kind].fieldNames, ORDER, PLACE, '~']
    doc.transact(() => {
      for (const [index, value] of VALUES.entries()) {
        root.set(`${kind}-${index}`, value())
        root.set(`${kind}-fields-${index}`, new Y.Map(names.map(name => [name, value()])))
        const plain = value()
        if (!(plain instanceof Y.AbstractType) && !(plain instanceof Y.Doc)) {
          root.set(`${kind}-value-${index}`, Object.fromEntries(names.map(name => [name, value()])))
        }
        root.set(`${kind}-gone-${index}`, new Y.Map([[GONE, value()]]))
        written += 4
      }
      for (const id of [...idsOf(kind), ...(kind === 'notes' ? ['constructor', 'toString'] : [])])
        root.set(id, new Y.Map([['title', new Y.Text(MARKUP)]]))
    })
  }
  for (const kind of VALUE_KINDS) {
    doc.transact(() => {
      for (const [index, value] of VALUES.entries()) {
        for (const name of KINDS[kind].fieldNames) changesOf(doc, kind).set(`${kind}-value-0/${name}`, value())
        changesOf(doc, kind).set(`${kind}-${index}/${ORDER}`, value())
      }
      for (const id of idsOf(kind)) changesOf(doc, kind).set(`${id}/${GONE}`, [MARKUP, 1e300])
    })
  }
  doc.transact(() => {
    for (const [index, value] of VALUES.entries()) documentRoot(doc).set(index === 0 ? '~' : `${index}`, value())
  })
  return written
}

/** Presence states of the worst client. */
export const HOSTILE_PRESENCE: readonly Record<string, unknown>[] = [
  { user: { name: MARKUP, color: 'red;background:url(//evil.example)' }, cursor: { on: 'map', x: 1e308, y: -1e308 } },
  { user: { name: '\u202e'.repeat(500), color: {} }, cursor: { on: 'card', id: '__proto__', x: 1, y: 1 } },
  { user: { name: 'W'.repeat(10_000), color: '#fff' }, selection: ['__proto__', MARKUP, 7, null] },
  {
    user: { name: 'Eve', color: '#ff0000' },
    cursor: { on: 'cell', stage: 'constructor', lane: 'toString', x: 0, y: 0 },
  },
  { user: { name: 'Eve', color: '#ff0000' }, drag: { ids: ['t', '__proto__', 5], dx: 1e7, dy: -1e7 } },
  { user: { name: 'Eve', color: '#ff0000' }, drag: { ids: 'all', dx: null, dy: [] }, selection: 'all', cursor: 'here' },
  { user: ['Eve'], toString: 1, constructor: null },
]
