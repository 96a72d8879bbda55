import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Progress } from '../ui/Progress.tsx'
import { countWords } from './countWords.ts'
import { ColumnsStep } from './import/ColumnsStep.tsx'
import { DoneStep } from './import/DoneStep.tsx'
import { FileStep } from './import/FileStep.tsx'
import styles from './import/import.module.css'
import { PreviewStep } from './import/PreviewStep.tsx'
import { Steps } from './import/Steps.tsx'
import { type Import, useImport } from './import/useImport.ts'
import { ValuesStep } from './import/ValuesStep.tsx'
import { hasValues } from './import/wizard.ts'

export type ImportDialogProps = {
  /** A file that is there already, as after dropping it; null asks for one. */
  file: File | null
  onClose(): void
}

/** Brings a table of quotes onto the map, in steps: the file, its columns, their values, what will come in. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const doing = useImport(file)
  const { wizard } = doing
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title="Import quotes"
      size="large"
      // In between, a stray press would throw away what was chosen by hand.
      dismissible={wizard.step === 'file' || wizard.step === 'done'}
      footer={<Footer doing={doing} onClose={onClose} />}
    >
      <Steps step={wizard.step} />
      <div className={styles.step}>
        <Step doing={doing} onClose={onClose} />
      </div>
    </Dialog>
  )
}

function Step({ doing, onClose }: { doing: Import; onClose(): void }) {
  const { wizard } = doing
  switch (wizard.step) {
    case 'file':
      return <FileStep reading={wizard.reading} problem={wizard.problem} onFile={doing.read} />
    case 'columns':
      return <ColumnsStep wizard={wizard} doing={doing} />
    case 'values':
      return <ValuesStep wizard={wizard} doing={doing} />
    case 'preview':
      return (
        <PreviewStep
          preview={wizard.preview}
          problem={wizard.problem}
          name={wizard.file.name}
          onLeftOut={doing.leftOut}
        />
      )
    case 'sending':
      return (
        <div className={styles.sending}>
          <Progress
            label={wizard.sent < 1 ? 'Sending the file' : 'Putting the quotes on the map'}
            value={wizard.sent < 1 ? wizard.sent : null}
            detail={`${wizard.preview.counts.added.toLocaleString('en-GB')} quotes`}
          />
        </div>
      )
    case 'done':
      return <DoneStep wizard={wizard} doing={doing} onClose={onClose} />
  }
}

/** The way back and the way on; the last button goes on. */
function Footer({ doing, onClose }: { doing: Import; onClose(): void }) {
  const { wizard } = doing
  const cancel = (
    <Button key="cancel" variant="quiet" className={styles.cancel} onClick={onClose}>
      Cancel
    </Button>
  )
  switch (wizard.step) {
    case 'file':
      return cancel
    case 'columns': {
      const on = hasValues(wizard.values) ? 'values' : 'preview'
      const isReady = wizard.choices.columns.words !== null
      return (
        <>
          {cancel}
          {!isReady && <p className={styles.missing}>Choose the column that holds the customers’ words.</p>}
          <Button variant="primary" disabled={!isReady} onClick={() => doing.go(on)}>
            Next
          </Button>
        </>
      )
    }
    case 'values':
      return (
        <>
          {cancel}
          <Button onClick={() => doing.go('columns')}>Back</Button>
          <Button variant="primary" onClick={() => doing.go('preview')}>
            Next
          </Button>
        </>
      )
    case 'preview': {
      const added = wizard.preview?.counts.added ?? 0
      return (
        <>
          {cancel}
          <Button onClick={() => doing.go(hasValues(wizard.values) ? 'values' : 'columns')}>Back</Button>
          <Button variant="primary" disabled={added === 0} onClick={doing.send}>
            {added === 0 ? 'Import' : `Import ${countWords(added, 'quote')}`}
          </Button>
        </>
      )
    }
    case 'sending':
      return <Button onClick={doing.cancel}>Cancel</Button>
    case 'done':
      return (
        <Button variant="primary" onClick={onClose}>
          Show the map
        </Button>
      )
  }
}
