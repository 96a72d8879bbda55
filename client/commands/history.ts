import type { Change } from '#shared/doc/change.ts'
import { type Deleted, readDeleted } from '#shared/doc/deleted.ts'
import { api } from '../api/api.ts'
import type { RestoredVersion } from '../api/types.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'
import { kindCounts, sumOf } from './kindWords.ts'

/** What was deleted and can come back, the newest first. */
export function deletedRecords({ session }: OpenMap): Deleted[] {
  return readDeleted(session.doc)
}

/** Brings deleted records back as one step, with everything that was written into them. */
export function bringBack(open: OpenMap, records: readonly Deleted[]): void {
  open.session.apply(records.map(({ kind, id }): Change => ({ do: 'restore', kind, id })))
  const [one] = records
  const words = records.length === 1 && one ? `“${one.title}” is back.` : `${numberOf(records.length)} are back.`
  toast(words, { id: 'history', tone: 'done' })
}

/**
 * Makes the map what it was in a version, or only brings back what was deleted since, and says what that did. Resolves
 * to whether the server did it.
 */
export async function restoreVersion(open: OpenMap, version: number, only?: 'deleted'): Promise<boolean> {
  const answer = await api(open.token).restoreVersion(open.id, version, only)
  if (!answer.ok) {
    toast('The version could not be restored.', { tone: 'error', detail: answer.message, id: 'history' })
    return false
  }
  const { before } = answer.value
  toast(restoredWords(answer.value), {
    ...{ id: 'history', tone: 'done', detail: 'The map as it was until now is kept as a version.' },
    action: { label: 'Undo', onPress: () => void restoreVersion(open, before) },
  })
  return true
}

/** “3 touchpoints came back, 2 quotes changed and 1 note went.” */
export function restoredWords({ back, changed, gone }: Pick<RestoredVersion, 'back' | 'changed' | 'gone'>): string {
  const parts = [
    [back, 'came back'],
    [changed, 'changed'],
    [gone, 'went'],
  ] as const
  const words = parts.flatMap(([counts, did]) => (sumOf(counts) === 0 ? [] : [`${kindCounts(counts)} ${did}`]))
  if (words.length === 0) return 'The map is what it was already.'
  const sentence = words.join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function numberOf(count: number): string {
  return `${count.toLocaleString('en-GB')} records`
}
