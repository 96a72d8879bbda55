import { api } from '../api/api.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'
import { importSteps } from './imports.ts'

/** What the server says when an import is taken back: what went, and what stays because others use or edited it. */
export type TakenBack = { removed: number; kept: { kind: string; title: string; because: 'edited' | 'used' }[] }

/** Takes an import back, and says what became of it. Resolves to what went, or null when nothing did. */
export async function takeBackImport(open: OpenMap, id: string): Promise<TakenBack | null> {
  const answer = await importSteps(open).takeBack(id, () => api(open.token).takeBackImport(open.id, id))
  if (!answer) return null
  if (!answer.ok) {
    toast('The import could not be taken back.', { tone: 'error', detail: answer.message, id: 'import' })
    return null
  }
  const { kept } = answer.value
  toast('The import is taken back.', {
    id: 'import',
    ...(kept.length > 0 ? { detail: keptWords(kept) } : {}),
    action: { label: 'Redo', onPress: () => void putBackImport(open, id) },
  })
  return answer.value
}

/** Puts an import back that was taken back. Resolves to its new id, or null. */
export async function putBackImport(open: OpenMap, id: string): Promise<string | null> {
  const answer = await importSteps(open).putBack(id, () => api(open.token).redoImport(open.id, id))
  if (!answer) return null
  if (answer.ok) {
    const again = answer.value.import
    const action = { label: 'Undo', onPress: () => void takeBackImport(open, again) }
    toast('The import is back.', { id: 'import', action })
  } else toast('The import could not be put back.', { tone: 'error', detail: answer.message, id: 'import' })
  return answer.ok ? answer.value.import : null
}

/** “Wait” and 3 others stay, because they were edited or are used since. */
function keptWords(kept: TakenBack['kept']): string {
  const [first] = kept
  const rest = kept.length - 1
  const others = rest === 0 ? '' : ` and ${rest.toLocaleString('en-GB')} ${rest === 1 ? 'other' : 'others'}`
  return `“${first?.title ?? ''}”${others} ${rest === 0 ? 'stays' : 'stay'}, edited or used since.`
}
