import { useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { REMOVED } from '#shared/util/blackened.ts'
import { askOriginal, maySeeOriginals } from '../../../commands/originals.ts'
import { useMap, useOpenMap } from '../../../store/MapContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './reading.module.css'

/**
 * The words before redaction, for whom the map lets see them. They come from the server when somebody asks, stand in
 * this element alone, and are gone when it closes.
 */
export function OriginalWords({ quote }: { quote: Quote }) {
  const open = useOpenMap()
  const may = useMap(({ map }) => maySeeOriginals(open, map.map))
  const [original, setOriginal] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (!may || !quote.text.includes(REMOVED)) return null
  const show = async () => {
    setBusy(true)
    const answer = await askOriginal(open, quote.id)
    setBusy(false)
    setOriginal(answer.ok ? answer.value.text : null)
    setProblem(answer.ok ? null : answer.message)
  }
  return (
    <section className={styles.original} aria-label="The original words">
      {original === null ? (
        <Button size="small" busy={busy} onClick={() => void show()}>
          Show the original words
        </Button>
      ) : (
        <>
          <p className={styles.words} dir="auto">
            {original}
          </p>
          <p className={styles.quiet}>
            Seen by you alone. They are not on the map, and hidden again when you close this.
          </p>
          <Button size="small" onClick={() => setOriginal(null)}>
            Hide them
          </Button>
        </>
      )}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </section>
  )
}
