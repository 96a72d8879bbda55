import { useMemo } from 'react'
import { useOpenMap } from '../../store/MapContext.tsx'
import type { Reading } from '../../store/reading.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Known, KnownContext } from './Known.ts'
import styles from './known.module.css'
import { BehindWords } from './WordsBehind.tsx'

export type WordsDialogProps = {
  reading: Reading
  onClose(): void
  /** Brings something into view that lies on the canvas. */
  onReveal(id: string): void
}

/** The words behind a number of the map, over the map. */
export function WordsDialog({ reading, onClose, onReveal }: WordsDialogProps) {
  const open = useOpenMap()
  const known = useMemo((): Known => {
    const inKnown = () => open.view.setState({ wordsBehind: null, dialog: 'known' })
    return {
      read: next => open.view.setState({ wordsBehind: next }),
      answer: inKnown,
      ask: inKnown,
      go: id => {
        open.view.setState({ wordsBehind: null, selected: [id], editing: null })
        onReveal(id)
      },
      goToQuote: id => open.view.setState({ wordsBehind: null, trayOpen: true, trayQuote: id }),
    }
  }, [open, onReveal])
  return (
    <Dialog open onOpenChange={isOpen => !isOpen && onClose()} title={reading.title}>
      <KnownContext value={known}>
        <div className={styles.words}>
          <BehindWords reading={reading} />
        </div>
      </KnownContext>
    </Dialog>
  )
}
