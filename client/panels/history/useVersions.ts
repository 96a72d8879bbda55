import { useCallback, useEffect, useState } from 'react'
import { api } from '../../api/api.ts'
import type { Version } from '../../api/types.ts'
import { useOpenMap } from '../../store/MapContext.tsx'

/** The versions of the open map, the newest first. */
export type Listed =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'here'; versions: readonly Version[]; since: Version['authors'] }

/** Asks for the versions; what is there stays while `reload` asks again. */
export function useVersions(): { listed: Listed; reload(): Promise<void> } {
  const { id, token } = useOpenMap()
  const [listed, setListed] = useState<Listed>({ state: 'loading' })
  const reload = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await api(token).versions(id, signal)
      if (signal?.aborted) return
      setListed(answer.ok ? { state: 'here', ...answer.value } : { state: 'failed', message: answer.message })
    },
    [id, token],
  )
  useEffect(() => {
    const leaving = new AbortController()
    void reload(leaving.signal)
    return () => leaving.abort()
  }, [reload])
  return { listed, reload: () => reload() }
}
