import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import QrIcon from 'lucide-react/icons/qr-code'
import { useRef, useState } from 'react'
import type { ShareLink } from '../../../api/types.ts'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copyText.ts'
import { toast } from '../../../ui/toast.ts'
import { dotted } from '../../dotted.ts'
import { expiryWords } from './expiry.ts'
import { QrCode } from './QrCode.tsx'
import { ROLE_WORDS } from './roleWords.ts'
import styles from './share.module.css'

export type LinkRowProps = {
  link: ShareLink
  /** Whether this person came in by it. */
  isOwn: boolean
  onEnd(): Promise<void>
}

/** One link: whom it is for and how long it works, its address, and what can be done with it. */
export function LinkRow({ link, isOwn, onEnd }: LinkRowProps) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const [isShown, setShown] = useState(false)
  const [now] = useState(Date.now)
  const copy = async () => {
    if (await copyText(link.url)) return setCopied(true)
    field.current?.select()
    toast('Press Ctrl C to copy the selected address.')
  }
  const facts = [link.label, isOwn ? 'You came in by this one' : '', expiryWords(link.expiresAt, now)].filter(Boolean)
  return (
    <li className={styles.linkRow}>
      {facts.length > 0 && <p className={styles.facts}>{dotted(facts)}</p>}
      <div className={styles.link}>
        <input
          ref={field}
          readOnly
          value={link.url}
          className={styles.address}
          aria-label={`Link: ${ROLE_WORDS[link.role].name}${link.label && `, ${link.label}`}`}
          onFocus={event => event.currentTarget.select()}
        />
        <Button size="small" icon={isCopied ? <Check size={14} /> : <Copy size={14} />} onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        <Button
          size="small"
          icon={<QrIcon size={14} />}
          aria-label="QR code"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        />
        <Button size="small" variant="quiet" onClick={() => setEnding(!isEnding)} aria-expanded={isEnding}>
          End
        </Button>
      </div>
      {isShown && <QrCode text={link.url} label={`QR code of the link: ${ROLE_WORDS[link.role].name}`} />}
      {isEnding && <Ending isOwn={isOwn} onEnd={onEnd} onKeep={() => setEnding(false)} />}
    </li>
  )
}

/** Ending can't be undone: the same address never works again. */
function Ending({ isOwn, onEnd, onKeep }: { isOwn: boolean; onEnd(): Promise<void>; onKeep(): void }) {
  const [isBusy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    await onEnd()
    setBusy(false)
  }
  return (
    <div className={styles.ending}>
      <p>
        {isOwn ? 'You and everybody else who came in by it are out at once.' : 'Whoever came in by it is out at once.'}
      </p>
      <Button size="small" variant="danger" busy={isBusy} onClick={() => void end()}>
        End the link
      </Button>
      <Button size="small" variant="quiet" onClick={onKeep} autoFocus>
        Keep it
      </Button>
    </div>
  )
}
