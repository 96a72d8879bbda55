import { afterEach, describe, expect, it, vi } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import { seed } from '#shared/doc/seed.ts'
import { undoSteps } from '#shared/doc/undo.ts'
import { mapWith } from '#shared/testing/mapWith.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { newestImport, nextImportBack, noteImport, onUndoChange } from './imports.ts'
import { putBackImport, takeBackImport } from './takeBackImport.ts'

vi.mock('../ui/toast.ts', () => ({ toast: () => undefined }))
afterEach(() => vi.unstubAllGlobals())

/** An open map whose server takes every import back. */
function openMap() {
  const doc = seed(mapWith({ stages: [{ id: 's', name: 'Wait' }] }), { person: 'server', now: 1 })
  const undo = undoSteps(doc)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method} ${path}`)
    const body = init?.method === 'DELETE' ? { removed: 3, kept: [] } : { import: 'again', counts: {} }
    return new Response(JSON.stringify(body))
  })
  const change = (name: string) =>
    edit(doc, [{ do: 'set', kind: 'stages', id: 's', fields: { width: name.length * 100 + 120 } }], {
      person: 'ada',
      now: 2,
      undo: undo.origin,
    })
  return { open: { id: 'm', token: 't', session: { undo } } as unknown as OpenMap, undo, change, asked }
}

describe('an import among the steps of one person', () => {
  it('is what undo takes back right after it', async () => {
    const { open, change, asked } = openMap()
    change('a')
    noteImport(open, 'i1')
    expect(newestImport(open)).toBe('i1')
    await takeBackImport(open, 'i1')
    expect(asked).toEqual(['DELETE /api/maps/m/imports/i1'])
    expect(newestImport(open)).toBeNull()
  })

  it('waits until what was done after it is undone', () => {
    const { open, undo, change } = openMap()
    noteImport(open, 'i1')
    change('a')
    change('bb')
    expect(newestImport(open)).toBeNull()
    undo.undo()
    expect(newestImport(open)).toBeNull()
    undo.undo()
    expect(newestImport(open)).toBe('i1')
  })

  it('comes back in its turn, under its new name', async () => {
    const { open, undo, change } = openMap()
    change('a')
    noteImport(open, 'i1')
    await takeBackImport(open, 'i1')
    undo.undo()
    expect(nextImportBack(open)).toBeNull()
    undo.redo()
    expect(nextImportBack(open)).toBe('i1')
    await putBackImport(open, 'i1')
    expect(newestImport(open)).toBe('again')
    expect(nextImportBack(open)).toBeNull()
  })

  it('does not come back once something else was done', async () => {
    const { open, change } = openMap()
    noteImport(open, 'i1')
    await takeBackImport(open, 'i1')
    change('a')
    expect(nextImportBack(open)).toBeNull()
  })

  it('is taken back once, however often one asks while the server works', async () => {
    const { open, asked } = openMap()
    noteImport(open, 'i1')
    await Promise.all([takeBackImport(open, 'i1'), takeBackImport(open, 'i1')])
    expect(asked.length).toBe(1)
  })

  it('tells those who show undo', () => {
    const { open } = openMap()
    let told = 0
    const stop = onUndoChange(open, () => {
      told += 1
    })
    noteImport(open, 'i1')
    stop()
    noteImport(open, 'i2')
    expect(told).toBe(1)
  })
})
