import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readMap } from '#shared/doc/read.ts'
import { writeHostile } from '#shared/doc/testing/hostileDoc.ts'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { svg } from '#shared/drawing/svg.ts'
import { LIGHT } from '#shared/drawing/theme.ts'
import { readJson } from '#shared/formats/json/read.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import { plainWidths } from '#shared/testing/plainWidths.ts'
import { TYPE_DEPTH, VALUE_DEPTH } from './limits.ts'
import { docOnDisk, MAP, type TestRooms, testRooms } from './testing/testRooms.ts'

let test: TestRooms
beforeEach(async () => {
  test = await testRooms()
})
afterEach(() => test.end())

it('a map into which an editor wrote the worst they could is read, counted, drawn and exported like any other', async () => {
  const eve = await test.join('eve')
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => frames.push(update))
  expect(writeHostile(doc)).toBeGreaterThan(1_000)
  for (const frame of frames) eve.update(frame)
  eve.barrier(1)
  await eve.until(({ barriers, closed }) => barriers.length > 0 || closed !== null)
  expect(eve.closed).toBeNull()

  const map = readMap((await test.room()).doc)
  expect(readMap(await docOnDisk(test.disk))).toEqual(map)
  const scene = drawMap(map, buildEvidence(map, '2026-01-02'), plainWidths, { frame: { asOf: '2026-01-02' } })
  for (const side of [scene.x, scene.y, scene.width, scene.height]) expect(side).toSatisfy(Number.isFinite)
  const drawn = svg(scene, LIGHT)
  expect(drawn).not.toMatch(/<(script|img)|NaN|Infinity/)
  const json = writeJson(map)
  const again = readJson(json)
  expect(again.ok ? null : again.refusal).toBeNull()
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

describe('what others would read differently, or could not read at all', () => {
  const set = (value: unknown) => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('n', value)
    return Y.encodeStateAsUpdate(doc)
  }
  const nested = (levels: number) => {
    let value: unknown = 1
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { at: value }
    return value
  }
  const types = (levels: number) => {
    let type = new Y.Map()
    for (let level = 1; level < levels; level += 1) type = new Y.Map([['in', type]])
    return type
  }
  const formatted = (value: object) => {
    const doc = new Y.Doc()
    doc.getText('x').insert(0, 'words', { style: value })
    return Y.encodeStateAsUpdate(doc)
  }
  const proto = JSON.parse('{ "__proto__": { "text": "forged" } }')

  const refused: [name: string, update: Uint8Array][] = [
    ['a member called __proto__', set(proto)],
    ['one that is hidden in a list', set([{ row: proto }])],
    ['one in the style of a text', formatted(proto)],
    ['a value that is nested too deep', set(nested(VALUE_DEPTH + 1))],
    ['shared types within each other without end', set(types(TYPE_DEPTH + 1))],
  ]
  for (const [name, update] of refused) {
    it(`is not taken in: ${name}`, async () => {
      const [ada, eve] = [await test.join('ada'), await test.join('eve')]
      eve.update(update)
      expect(eve.closed?.code).toBe(4500)
      const room = await test.room()
      await room.drained()
      expect(room.doc.getMap('notes').size).toBe(0)
      expect(await test.disk.history(MAP)).toHaveLength(1)
      expect(ada.closed).toBeNull()
    })
  }

  it('ends where it begins: as deep as may be is taken in, and lies on disk as in memory', async () => {
    const ada = await test.join('ada')
    for (const [index, value] of [nested(VALUE_DEPTH), types(TYPE_DEPTH)].entries()) {
      ada.update(set(value))
      ada.barrier(index)
      await ada.until(({ barriers, closed }) => barriers.includes(index) || closed !== null)
      expect(ada.closed).toBeNull()
      const { doc } = await test.room()
      expect((await docOnDisk(test.disk)).getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON())
    }
  })
})
