import { useMemo, useRef } from 'react'
import { WORDS } from '#shared/model/limits.ts'
import { keepOriginal } from '../../commands/originals.ts'
import { addQuote } from '../../commands/quotes.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './AddQuote.module.css'
import { useDraft } from './drafts.ts'
import { QuoteFacts } from './QuoteFacts.tsx'
import { struckWords } from './struckWords.ts'

export type AddQuoteProps = {
  /** Null adds to the tray. */
  touchpoint: string | null
  onDone(): void
}

/** Takes down what a customer said. Enter adds; what was begun is kept when the panel closes. */
export function AddQuote({ touchpoint, onDone }: AddQuoteProps) {
  const open = useOpenMap()
  const form = useRef<HTMLFormElement>(null)
  const { draft, begun, change, discard } = useDraft(`${open.id}/${touchpoint ?? 'tray'}`)
  const struck = useMemo(() => struckWords(draft.text), [draft.text])

  const submit = async () => {
    if (!begun) return
    const { text, customer, saidOn, ...facts } = draft
    const spoken = { ...facts, customer: customer || null, saidOn: saidOn || null }
    const added = addQuote(open, { ...spoken, text: text.trim(), touchpoint })
    // Who spoke, how and when stay: the next quote is mostly of the same conversation.
    change({ text: '', kind: 'other', feeling: null, customer: added.customer ?? '' })
    form.current?.querySelector('textarea')?.focus()
    if (added.original === null) return
    const failure = await keepOriginal(open, added.id, added.original)
    if (failure) toast('The quote is added, but its hidden words were not kept.', { tone: 'error', detail: failure })
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label="Add a quote"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label="In the customer’s own words"
        className={styles.words}
        dir="auto"
        rows={3}
        maxLength={WORDS}
        value={draft.text}
        onChange={text => change({ text })}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') onDone()
          else if (event.key !== 'Enter' || event.shiftKey) return
          else void submit()
          event.preventDefault()
        }}
        autoFocus
        hint={struck}
      />
      <QuoteFacts value={draft} onChange={change} />
      <div className={styles.buttons}>
        <span className={styles.keys}>Enter adds it</span>
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            discard()
            onDone()
          }}
        >
          Cancel
        </Button>
        <Button variant="primary" size="small" type="submit" disabled={!begun}>
          Add quote
        </Button>
      </div>
    </form>
  )
}
