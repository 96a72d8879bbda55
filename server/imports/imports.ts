import { edit } from '#shared/doc/edit.ts'
import { applyUpdate } from '#shared/doc/encode.ts'
import { randomText } from '#shared/util/random.ts'
import type { ImportRecord, Original, StoredFile } from '../storage/records.ts'
import type { OpenMap } from '../sync/Rooms.ts'
import { countOf, readAdded, writeAdded } from './added.ts'
import { type Kept, planPuttingBack, planTakingBack } from './takeBack.ts'

/** Who does it, and when (epoch milliseconds). */
type By = { person: string; now: number }

/** Told apart from the ids of people by its letter: the marks of what went with an import carry it. */
function newImportId(): string {
  return `i${randomText(16)}`
}

/** Adds what was planned in one log entry of that person, all of it or nothing. Answers the import's id. */
export async function addImport(
  room: OpenMap,
  planned: { update: Uint8Array; originals: readonly Original[]; files: readonly StoredFile[]; added: string },
  { person, now }: By,
): Promise<string> {
  const id = newImportId()
  const { update, originals, files, added } = planned
  const alongside = { originals, files, import: { id, person, at: now, added } }
  await room.commit(person, doc => applyUpdate(doc, update), alongside)
  return id
}

/** Takes an import back in one log entry. What others edited or use stays, and is named. */
export async function takeBackImport(
  room: OpenMap,
  record: ImportRecord,
  { person, now }: By,
): Promise<{ removed: number; kept: Kept[] }> {
  let taken: ReturnType<typeof planTakingBack> = { changes: [], kept: [] }
  await room.commit(
    person,
    doc => {
      taken = planTakingBack(doc, readAdded(record.added))
      // Marked with the import instead of the person, so that putting it back restores this and nothing else.
      edit(doc, taken.changes, { person: record.id, now })
    },
    { takesBack: record.id },
  )
  return { removed: taken.changes.length, kept: taken.kept }
}

/**
 * Puts back what went when the import was taken back, as an import of its own. Answers its id and what it holds, or
 * null when there is nothing to put back.
 */
export async function putBackImport(
  room: OpenMap,
  record: ImportRecord,
  { person, now }: By,
): Promise<{ id: string; counts: ReturnType<typeof countOf> } | null> {
  const before = readAdded(record.added)
  const changes = planPuttingBack(room.doc, before, record.id)
  if (changes.length === 0) return null
  const restored = new Set(changes.map(change => change.kind + ('id' in change ? ` ${change.id}` : '')))
  const added = new Map(
    [...before].map(([kind, prints]) => [kind, new Map([...prints].filter(([id]) => restored.has(`${kind} ${id}`)))]),
  )
  const id = newImportId()
  await room.commit(person, doc => edit(doc, changes, { person, now }), {
    import: { id, person, at: now, added: writeAdded(added) },
  })
  return { id, counts: countOf(added) }
}
