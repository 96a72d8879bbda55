import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ROLES, type Role } from '#shared/model/roles.ts'
import { api } from '../../api/api.ts'
import type { ShareLink } from '../../api/types.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ShareDialog.module.css'

const MAY: Record<Role, { name: string; words: string }> = {
  viewer: { name: 'Can look', words: 'Reads the map and follows along.' },
  contributor: { name: 'Can contribute', words: 'Reads the map and adds notes, quotes and comments of their own.' },
  editor: { name: 'Can edit', words: 'Changes everything on the map.' },
  facilitator: { name: 'Facilitates', words: 'Edits, shares, ends links and deletes the map. Keep this one.' },
}

type State = { links: ShareLink[] | null; problem: string | null }

/** A link for each role, to copy and to end. For facilitators. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const { id, token } = useOpenMap()
  const [{ links, problem }, setState] = useState<State>({ links: null, problem: null })

  const load = async () => {
    const answer = await api(token).links(id)
    setState(answer.ok ? { links: answer.value.links, problem: null } : { links: null, problem: answer.message })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the links are read once, when the dialog opens
  useEffect(() => void load(), [])

  const make = async (role: Role) => {
    const answer = await api(token).makeLink(id, { role })
    if (!answer.ok) return toast(answer.message, { tone: 'error' })
    await load()
  }
  const end = async (link: ShareLink) => {
    const answer = await api(token).revokeLink(id, link.id)
    if (!answer.ok) return toast(answer.message, { tone: 'error' })
    await load()
    toast('The link is ended. Whoever came in by it is out.')
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Share this map"
      description="Whoever has a link may do what it says. No account is needed."
    >
      {problem !== null && <p role="alert">{problem}</p>}
      {problem === null && links === null && <Spinner />}
      {links !== null && (
        <ul className={styles.roles}>
          {ROLES.map(role => (
            <li key={role} className={styles.role}>
              <div className={styles.words}>
                <strong>{MAY[role].name}</strong>
                <span>{MAY[role].words}</span>
              </div>
              {links
                .filter(link => link.role === role)
                .map(link => (
                  <LinkRow key={link.id} link={link} onEnd={() => void end(link)} />
                ))}
              {!links.some(link => link.role === role) && (
                <Button size="small" onClick={() => void make(role)}>
                  Make a link
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function LinkRow({ link, onEnd }: { link: ShareLink; onEnd(): void }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // On plain http there is no clipboard: the address is selected and copied the old way.
    field.current?.select()
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(link.url)
      else if (!document.execCommand('copy')) return
      setCopied(true)
    } catch {
      toast('Press Ctrl C to copy the selected address.')
    }
  }
  return (
    <div className={styles.link}>
      <input
        ref={field}
        readOnly
        value={link.url}
        className={styles.address}
        aria-label={`Link: ${MAY[link.role].name}`}
      />
      <Button size="small" icon={copied ? <Check size={14} /> : <Copy size={14} />} onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <Button size="small" variant="quiet" onClick={onEnd}>
        End
      </Button>
    </div>
  )
}
