import { api } from '../api/api.ts'
import { rememberMap } from '../api/tokens.ts'
import { toast } from '../ui/toast.ts'
import { introduce, type Opening, openMap } from './openMap.ts'

/** Milliseconds between attempts to reach a server without which there is nothing to show. */
const AGAIN = 5_000
/** Times that a map opens anew by itself before anything was saved in between; more is no accident. */
const MOST = 3

/**
 * Opens a map for as long as somebody looks at it, and anew when the server has put another in its place or takes
 * nothing more of this session. Returns what stops it; `onChange` gets each step.
 */
export function keepOpen(id: string, onChange: (opening: Opening) => void): () => void {
  let isOver = false
  let leave: () => void = () => {}
  let reopened = 0

  const enter = async () => {
    const opening = await openMap(id, sight => !isOver && onChange({ state: 'asking', sight }))
    if (isOver) {
      if (opening.state === 'open') opening.close()
      return
    }
    if (opening.state === 'open') leave = watch(opening)
    else if (opening.state === 'failed') {
      const again = setTimeout(enter, AGAIN)
      leave = () => clearTimeout(again)
    }
    onChange(opening)
  }

  function watch({ open, isAsked, close }: Extract<Opening, { state: 'open' }>): () => void {
    let waitsForServer = !isAsked
    const { session } = open
    const look = () => {
      if (session.saved.state === 'saved') {
        reopened = 0
        if (waitsForServer) void askNow()
        waitsForServer = false
      }
      if (session.ending?.next === 'opens by itself') reopen()
    }
    const reopen = () => {
      stop()
      close()
      const { saved } = session
      const reason = saved.state === 'refused' ? saved.reason : ''
      if (++reopened > MOST) onChange({ state: 'failed', message: reason })
      else {
        if (session.asideEdits.length === 0) {
          toast('The map was loaded anew. Nothing of yours is missing.', { detail: reason, id: 'anew' })
        }
        onChange({ state: 'asking', sight: null })
        void enter()
      }
    }
    /** What the server had no chance to say while the map was opened from this browser's copy. */
    const askNow = async () => {
      const info = await api(open.token).mapState(id)
      if (isOver || !info.ok) return
      const { role } = info.value
      rememberMap(id, { role, lastOpened: Date.now() })
      await introduce(id, open.token, info.value)
      if (!isOver && role !== open.role) reopen()
    }
    const stop = session.subscribe(look)
    return () => {
      stop()
      close()
    }
  }

  onChange({ state: 'asking', sight: null })
  void enter()
  return () => {
    isOver = true
    leave()
  }
}
