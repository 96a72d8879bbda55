import { api } from '../api/api.ts'
import { readMe } from '../api/me.ts'
import { knownMap } from '../api/tokens.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { toast } from '../ui/toast.ts'

/**
 * Tells the server the name that was just said in this browser. Who is a person to it stays the same person. Whoever
 * came with a link alone becomes one, and `comeAnew` is called for that once everything is on the server: edits that
 * are still under way belong to the link.
 */
export async function sayName({ id, token, session }: OpenMap, comeAnew: () => void): Promise<void> {
  const me = readMe()
  if (!me) return
  if (!knownMap(id)?.person) {
    whenSaved(session, comeAnew)
    return
  }
  const answer = await api(token).rename(id, me)
  if (answer.ok) session.awareness.setLocalStateField('user', me)
  else toast('Your new name is not with the others yet.', { tone: 'error', detail: answer.message, id: 'name' })
}

function whenSaved(session: OpenMap['session'], then: () => void): void {
  if (session.saved.state === 'saved') {
    then()
    return
  }
  const stop = session.subscribe(() => {
    if (session.saved.state !== 'saved') return
    stop()
    then()
  })
}
