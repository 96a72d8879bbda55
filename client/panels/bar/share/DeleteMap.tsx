import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { linkIsKept } from '../../../api/keepLink.ts'
import { dropMapPicture } from '../../../api/mapPictures.ts'
import { forgetMap } from '../../../api/tokens.ts'
import { dropCopy } from '../../../session/LocalCopy.ts'
import { useMap, useOpenMap } from '../../../store/MapContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { navigate } from '../../../ui/history.ts'
import { toast } from '../../../ui/toast.ts'
import { countWords } from '../../countWords.ts'
import styles from './share.module.css'

/** The end of a map, for everybody and for good. Says what goes and offers to keep it as a file first. */
export function DeleteMap() {
  const [isAsking, setAsking] = useState(false)
  if (isAsking) return <Question onKeep={() => setAsking(false)} />
  return (
    <Button
      size="small"
      variant="quiet"
      icon={<Trash size={14} />}
      onClick={() => setAsking(true)}
      className={styles.delete}
    >
      Delete this map
    </Button>
  )
}

function Question({ onKeep }: { onKeep(): void }) {
  const { id, token, view } = useOpenMap()
  const map = useMap(({ map }) => map)
  const [isBusy, setBusy] = useState(false)
  const title = map.map.title.trim() || 'Untitled map'
  const remove = async () => {
    setBusy(true)
    // First, or this page would be told that the map is gone before it has left it.
    const putBack = forgetMap(id)
    const answer = await api(token).deleteMap(id)
    if (!answer.ok) {
      putBack()
      setBusy(false)
      toast(answer.message)
      return
    }
    linkIsKept(id)
    void dropMapPicture(id)
    navigate('/', { replace: true })
    dropCopy(id)
    toast(`“${title}” is deleted.`)
  }
  return (
    <section className={styles.ending} aria-label="Delete this map">
      <p>
        “{title}” goes for everybody, with {countWords(map.quotes.length, 'quote')}, all versions and all links. Nobody
        can bring it back.
      </p>
      <Button size="small" variant="danger" busy={isBusy} onClick={() => void remove()}>
        Delete for everybody
      </Button>
      <Button size="small" onClick={() => view.setState({ dialog: 'export' })}>
        Export it first
      </Button>
      <Button size="small" variant="quiet" onClick={onKeep} autoFocus>
        Keep it
      </Button>
    </section>
  )
}
