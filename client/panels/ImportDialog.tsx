import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Progress } from '../ui/Progress.tsx'
import { countWords } from './countWords.ts'
import { ColumnsStep } from './import/ColumnsStep.tsx'
import { DoneStep } from './import/DoneStep.tsx'
import { FileStep } from './import/FileStep.tsx'
import styles from './import/import.module.css'
import { MapStep } from './import/MapStep.tsx'
import { PreviewStep } from './import/PreviewStep.tsx'
import { SpeakersStep } from './import/SpeakersStep.tsx'
import { Steps } from './import/Steps.tsx'
import { type Import, useImport } from './import/useImport.ts'
import { ValuesStep } from './import/ValuesStep.tsx'
import { hasValues, type Wizard } from './import/wizard.ts'

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
      <Steps wizard={wizard} />
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
    case 'map':
      return <MapStep wizard={wizard} />
    case 'columns':
      return wizard.opened.format === 'transcript' ? (
        <SpeakersStep wizard={wizard} doing={doing} />
      ) : (
        <ColumnsStep wizard={wizard} doing={doing} />
      )
    case 'values':
      return <ValuesStep wizard={wizard} doing={doing} />
    case 'preview':
      return (
        <PreviewStep
          preview={wizard.preview}
          rows={{ done: wizard.rows, all: wizard.opened.rows }}
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
      return wizard.reading === null ? cancel : <Button onClick={doing.stop}>Stop reading</Button>
    case 'map': {
      if (wizard.sent !== null) return <Button onClick={doing.cancel}>Cancel</Button>
      const added = wizard.report?.added ?? 0
      return (
        <>
          {cancel}
          <Button variant="primary" disabled={added === 0} onClick={doing.send}>
            Add it to this map
          </Button>
        </>
      )
    }
    case 'columns': {
      const on = hasChoices(wizard) ? 'values' : 'preview'
      const missing = missingWords(wizard)
      return (
        <>
          {cancel}
          {missing !== null && <p className={styles.missing}>{missing}</p>}
          <Button variant="primary" disabled={missing !== null} onClick={() => doing.go(on)}>
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
          <Button onClick={() => doing.go(hasChoices(wizard) ? 'values' : 'columns')}>Back</Button>
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

/** A transcript has values of nothing but speakers, who are chosen before. */
function hasChoices({ opened, values }: Wizard & { step: 'columns' | 'values' | 'preview' }): boolean {
  return opened.format !== 'transcript' && hasValues(values)
}

/** What has to be chosen before anything can come in; null when all is. */
function missingWords({ opened, choices }: Wizard & { step: 'columns' }): string | null {
  if (opened.format !== 'transcript') {
    return choices.columns.words === null ? 'Choose the column that holds the customers’ words.' : null
  }
  if (choices.session.trim() === '') return 'Say what the session is called.'
  const speaks = choices.speakers.some(({ part }) => part === 'customer' || part === 'staff')
  return speaks ? null : 'Choose whose turns become quotes.'
}
