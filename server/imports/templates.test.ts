import { describe, expect, it } from 'vitest'
import { readJson } from '#shared/formats/json/read.ts'
import { writeJson } from '#shared/formats/json/write.ts'
import { mend } from '#shared/model/mend.ts'
import { laneHolds } from '#shared/model/records/lanes.ts'
import { TEMPLATES } from './templates.ts'

describe.each(Object.entries(TEMPLATES))('the template %s', (name, make) => {
  const map = make()

  it('refers to nothing that is not there, and survives being a file', () => {
    expect(mend(map)).toEqual(map)
    const read = readJson(writeJson(map))
    expect(read.ok && read.map).toMatchObject(map)
  })

  it('gives each map records of its own', () => {
    const ids = (one: typeof map) => [...one.stages, ...one.lanes, ...one.notes].map(({ id }) => id)
    expect(ids(make()).filter(id => ids(map).includes(id))).toEqual([])
  })

  it('has something to put cards into, unless it is blank', () => {
    const holds = map.lanes.some(({ kind }) => laneHolds(kind) === 'touchpoints')
    expect([map.stages.length >= 4, holds]).toEqual(name === 'blank' ? [false, false] : [true, true])
  })

  it('has every note in a cell of a lane that holds notes', () => {
    const lanes = new Map(map.lanes.map(lane => [lane.id, laneHolds(lane.kind)]))
    for (const { lane, stage } of map.notes) {
      expect(lanes.get(lane ?? '')).toBe('notes')
      expect(map.stages.map(({ id }) => id)).toContain(stage)
    }
  })
})

it('names all nine questions', () => {
  const texts = TEMPLATES['nine-questions']?.().notes.map(({ text }) => text) ?? []
  expect(texts.filter(text => /^\d\. .*\?/.test(text)).map(text => Number(text[0]))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ])
})

it('draws the three lines of a service blueprint', () => {
  const lines = TEMPLATES['service-blueprint']?.().lanes.flatMap(({ lineBelow }) => lineBelow ?? [])
  expect(lines).toEqual(['interaction', 'visibility', 'internal'])
})
