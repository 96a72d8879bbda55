import { useEffect, useState } from 'react'
import { api } from '../../../api/api.ts'
import type { NewShareLink, ShareLink } from '../../../api/types.ts'
import { useOpenMap } from '../../../store/MapContext.tsx'
import { toast } from '../../../ui/toast.ts'

export type Links =
  | { state: 'loading' }
  /** `message` is one sentence. */
  | { state: 'failed'; message: string }
  | { state: 'here'; links: readonly ShareLink[] }

/** The links of the map, read when somebody asks for them, with what makes and ends one. */
export function useLinks() {
  const { id, token } = useOpenMap()
  const [links, setLinks] = useState<Links>({ state: 'loading' })

  const load = async () => {
    const answer = await api(token).links(id)
    setLinks(answer.ok ? { state: 'here', links: answer.value.links } : { state: 'failed', message: answer.message })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the links are read once, when the dialog opens
  useEffect(() => void load(), [])

  /** Resolves with whether it worked; what went wrong is said. */
  const make = async (link: NewShareLink): Promise<boolean> => {
    const answer = await api(token).makeLink(id, link)
    if (answer.ok) await load()
    else toast(answer.message, { tone: 'error' })
    return answer.ok
  }
  const end = async (link: ShareLink): Promise<void> => {
    const answer = await api(token).revokeLink(id, link.id)
    if (!answer.ok) return toast(answer.message, { tone: 'error' })
    await load()
    toast('The link is ended. Whoever came in by it is out.')
  }
  const again = () => {
    setLinks({ state: 'loading' })
    void load()
  }
  return { links, again, make, end }
}
