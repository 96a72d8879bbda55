import { describe, expect, it } from 'vitest'
import { add } from '#shared/doc/change.ts'
import { edit } from '#shared/doc/edit.ts'
import { readMap } from '#shared/doc/read.ts'
import { seed } from '#shared/doc/seed.ts'
import { undoSteps } from '#shared/doc/undo.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import { notedUndo } from './notedUndo.ts'

function ada() {
  const doc = seed(mapWith({}), { person: 'server', now: 1 })
  const notes: string[] = []
  const rights = { mayWrite: true }
  const undo = notedUndo(undoSteps(doc), { doc, mayWrite: () => rights.mayWrite, note: words => notes.push(words) })
  const stage = KINDS.stages.make({ id: 's', name: 'Waiting' })
  edit(doc, [add('stages', stage)], { person: 'ada', now: 1, undo: undo.origin })
  return { undo, notes, rights, stages: () => readMap(doc).stages.length }
}

describe('undo', () => {
  it('is an edit that can go unsaved too, and is told by what it touched', () => {
    const { undo, notes, stages } = ada()
    undo.undo()
    undo.redo()
    expect(stages()).toBe(1)
    expect(notes).toEqual(['Took back an edit: stage', 'Did again: stage “Waiting”'])
  })

  it('says nothing when there is nothing to take back', () => {
    const { undo, notes } = ada()
    undo.undo()
    undo.undo()
    expect(notes).toHaveLength(1)
  })

  it('changes nothing once the server takes nothing more', () => {
    const { undo, notes, rights, stages } = ada()
    rights.mayWrite = false
    expect(undo.undo()).toBe(false)
    expect([stages(), notes]).toEqual([1, []])
  })
})
