import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMap } from '../../doc/read.ts'
import { seed } from '../../doc/seed.ts'
import { LIST_NAMES } from '../../model/kindNames.ts'
import { KINDS } from '../../model/kinds.ts'
import { emptyMap } from '../../model/MapDocument.ts'
import { aMap, garbage } from '../../testing/arbitraryMap.ts'
import { readJson, readPlain } from './read.ts'
import { mapSchema } from './schema.ts'
import { writeJson } from './write.ts'

const by = { person: 'p', now: 0 }

function mapOf(text: string) {
  const read = readJson(text)
  if (!read.ok) throw new Error(read.refusal.message)
  return read.map
}

/** What the server does with an uploaded document, and what it gives back. */
function throughTheDocument(text: string): string {
  return writeJson(readMap(seed(mapOf(text), by)))
}

function refusal(value: unknown) {
  const read = typeof value === 'string' ? readJson(value) : readPlain(value)
  return read.ok ? null : read.refusal
}

const header = { format: 'verbatim-map', version: 1 }

describe('a map as JSON', () => {
  it('comes back byte for byte when an export is opened and exported again', () => {
    fc.assert(
      fc.property(aMap, map => {
        const first = throughTheDocument(writeJson(map))
        expect(throughTheDocument(first)).toBe(first)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps unknown fields and lists through import, document and export', () => {
    const text = JSON.stringify({
      ...header,
      map: { title: 'T', mood: { deep: [1, 'two', null] } },
      stages: [{ id: 's', name: 'One', zeta: 1, alpha: 2 }],
      quotes: [{ id: 'q', text: 'Hm', later: true }],
      boards: [{ id: 'b', '~': 'kept' }],
    })
    const out = JSON.parse(throughTheDocument(text))
    expect(out.map.mood).toEqual({ deep: [1, 'two', null] })
    expect(Object.keys(out.stages[0])).toEqual(['id', 'name', 'width', 'zeta', 'alpha'])
    expect(out.quotes[0].later).toBe(true)
    expect(out.boards).toEqual([{ id: 'b', '~': 'kept' }])
  })

  it('leaves lists that came later out while they are empty, so that a map of before keeps its bytes', () => {
    const out = JSON.parse(throughTheDocument(JSON.stringify({ ...header, map: { title: 'Of before' } })))
    expect(Object.keys(out)).toEqual(['format', 'version', 'map', ...LIST_NAMES.filter(name => !KINDS[name].sparse)])
    expect(Object.keys(out)).not.toContain('promises')
  })

  it('keeps promises, guesses and votes with their keys in order, after the lists of before', () => {
    const text = JSON.stringify({
      ...header,
      votes: [{ by: 'p1', id: 'v', opportunity: 'o' }],
      promises: [{ checks: [{ on: '2026-03-01', asked: 20, would: 12 }], touchpoint: 't', id: 'p', side: 'staff' }],
      guesses: [{ feeling: -1, by: 'p1', assumption: 'a', id: 'g' }],
      stages: [{ id: 's' }],
      lanes: [{ id: 'l', kind: 'frontstage' }],
      touchpoints: [{ id: 't', stage: 's', lane: 'l' }],
      assumptions: [{ id: 'a', about: 't' }],
      opportunities: [{ id: 'o' }],
    })
    const out = JSON.parse(throughTheDocument(text))
    expect(Object.keys(out).slice(-4)).toEqual(['scenes', 'promises', 'guesses', 'votes'])
    expect(Object.entries(out.promises[0])).toEqual([
      ['id', 'p'],
      ['touchpoint', 't'],
      ['side', 'staff'],
      ['standard', 'agreement'],
      ['text', ''],
      ['limits', ''],
      ['team', null],
      ['madeOn', null],
      ['everyDays', null],
      ['checks', [{ on: '2026-03-01', kept: true, heard: '', done: '', asked: 20, would: 12 }]],
    ])
    expect(out.guesses).toEqual([{ id: 'g', assumption: 'a', by: 'p1', feeling: -1 }])
    expect(out.votes).toEqual([{ id: 'v', opportunity: 'o', by: 'p1' }])
  })

  it('gives missing lists and fields their defaults, and missing ids a fresh one', () => {
    const map = mapOf(JSON.stringify({ ...header, stages: [{ name: 'A' }, { name: 'B' }] }))
    expect(map.map.voicesNeeded).toBe(5)
    expect(map.quotes).toEqual([])
    expect(map.stages.map(stage => stage.width)).toEqual([280, 280])
    expect(new Set(map.stages.map(stage => stage.id)).size).toBe(2)
  })

  it('says the fields that came later only where they hold something', () => {
    const notes = [
      { id: 'a', text: 'Heading' },
      { id: 'b', under: 'a' },
    ]
    const touchpoints = [{ id: 't' }, { id: 'u', author: 'Ada' }]
    const plain = JSON.parse(throughTheDocument(JSON.stringify({ ...header, notes, touchpoints })))
    expect(plain.notes.map((note: object) => ('under' in note ? note.under : 'left out'))).toEqual(['left out', 'a'])
    expect(plain.touchpoints.map((card: object) => 'author' in card)).toEqual([false, true])
  })

  it('keeps the order of every list', () => {
    const map = emptyMap('Order')
    for (const name of ['C', 'A', 'B']) map.stages.push(KINDS.stages.make({ id: `s-${name}`, name }))
    for (let n = 0; n < 300; n++) map.quotes.push(KINDS.quotes.make({ id: `q-${(n * 7919) % 300}`, text: `${n}` }))
    expect(throughTheDocument(writeJson(map))).toBe(writeJson(map))
  })

  it('takes the words before redaction out of the document', () => {
    const read = readPlain({ ...header, quotes: [{ id: 'q', text: 'Call ███', original: 'Call 555' }] })
    expect(read.ok && read.originals).toEqual(new Map([['q', 'Call 555']]))
    expect(read.ok && writeJson(read.map)).not.toContain('555')
  })

  it('carries pictures behind the lists, and keeps them out of the document', () => {
    const text = JSON.stringify({ ...header, files: { abc: 'AAAA', bad: 7 }, boards: [] })
    const read = readJson(text)
    if (!read.ok) return expect.unreachable()
    expect(read.files).toEqual(new Map([['abc', 'AAAA']]))
    expect(throughTheDocument(text)).not.toContain('AAAA')
    const written = JSON.parse(writeJson(read.map, undefined, read.files))
    expect(Object.keys(written).slice(-3)).toEqual(['scenes', 'files', 'boards'])
    expect(Object.keys(JSON.parse(writeJson(read.map, undefined, new Map())))).not.toContain('files')
  })

  it('refuses with one plain sentence what is no map', () => {
    expect(refusal('{')?.code).toBe('not_json')
    expect(refusal([])?.code).toBe('not_a_map')
    expect(refusal({ format: 'excalidraw', version: 2 })?.code).toBe('not_a_map')
    expect(refusal({ ...header, version: 2 })?.code).toBe('newer_version')
    expect(refusal({ ...header, stages: {} })?.message).toContain('stages is no list')
    expect(refusal({ ...header, stages: [{ id: 'a' }, { id: 'a' }] })?.code).toBe('duplicate_id')
    expect(refusal({ ...header, quotes: [{ id: 'a' }], excerpts: [{ id: 'a' }] })?.code).toBe('duplicate_id')
    expect(refusal({ ...header, painPoints: [{ id: 'q1' }] })?.code).toBe('reserved_id')
    expect(refusal({ ...header, stages: [{ id: 's', width: 'wide' }] })?.message).toContain('stages[0].width')
    expect(refusal('{"format":"verbatim-map","version":1,"map":{"__proto__":{"a":1}}}')?.message).toContain('__proto__')
    expect(refusal({ ...header, touchpoints: Array.from({ length: 20_001 }, () => ({})) })?.code).toBe(
      'too_many_records',
    )
  })

  it('never throws, whatever is read', () => {
    fc.assert(
      fc.property(garbage, fc.constantFrom(...LIST_NAMES), (value, kind) => {
        readPlain(value)
        readPlain({ ...header, [kind]: [value] })
        readPlain({ ...header, [kind]: value, map: value })
      }),
    )
  })

  it('publishes a schema that names every list', () => {
    const schema = mapSchema() as { properties: Record<string, unknown> }
    expect(Object.keys(schema.properties)).toEqual(['format', 'version', 'map', ...LIST_NAMES, 'files'])
  })
})
