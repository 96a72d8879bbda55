import FileDown from 'lucide-react/icons/file-down'
import { useEffect, useEffectEvent, useState } from 'react'
import styles from './HomeDrop.module.css'

/** Takes a file that is dropped anywhere on the page, and says so while one is over it. */
export function HomeDrop({ onFile }: { onFile(file: File): void }) {
  const [isOver, setIsOver] = useState(false)
  const take = useEffectEvent(onFile)

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      // Inside the page the pointer goes from element to element; out of it, to none.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) take(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className={styles.over}>
      <p className={styles.words}>
        <FileDown />
        Drop it to open: a map as JSON or PNG, or quotes as CSV
      </p>
    </div>
  )
}
