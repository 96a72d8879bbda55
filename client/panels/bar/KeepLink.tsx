import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import Download from 'lucide-react/icons/download'
import X from 'lucide-react/icons/x'
import { useId, useState } from 'react'
import { KINDS } from '#shared/model/kinds.ts'
import { linkIsKept, linkToKeep } from '../../api/keepLink.ts'
import { saveFile } from '../../api/saveFile.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './KeepLink.module.css'
import { linkFile } from './linkFile.ts'

/**
 * Whoever made a map in this browser can put its facilitator link aside: without it nobody could run the map from
 * another device. Said once, beside the map and not over it.
 */
export function KeepLink() {
  const { id } = useOpenMap()
  const title = useMap(({ map }) => KINDS.map.title(map.map))
  const [link, setLink] = useState(() => linkToKeep(id))
  const [done, setDone] = useState<'copied' | 'saved' | null>(null)
  const heading = useId()
  if (link === null) return null

  const keep = (how: 'copied' | 'saved') => {
    linkIsKept(id)
    setDone(how)
  }
  const copy = async () => {
    if (await copyText(link)) keep('copied')
    else toast('The link can’t be copied here. Download it instead.', { tone: 'error' })
  }
  const download = () => {
    const { name, text } = linkFile(title, link)
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), name)
    keep('saved')
  }
  const dismiss = () => {
    linkIsKept(id)
    setLink(null)
  }
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        Keep your facilitator link
      </h2>
      <IconButton label="Dismiss" size="small" className={styles.close ?? ''} onClick={dismiss}>
        <X />
      </IconButton>
      <p className={styles.words}>
        This browser remembers it. On another one, the link is the only way to run this map.
      </p>
      <div className={styles.buttons}>
        <Button size="small" icon={done === 'copied' ? <Check size={14} /> : <Copy size={14} />} onClick={copy}>
          {done === 'copied' ? 'Copied' : 'Copy'}
        </Button>
        <Button size="small" icon={done === 'saved' ? <Check size={14} /> : <Download size={14} />} onClick={download}>
          {done === 'saved' ? 'Downloaded' : 'Download'}
        </Button>
      </div>
    </section>
  )
}
