import { useMemo } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import { WORDS } from '#shared/model/limits.ts'
import { contribute, type Mine } from '../../commands/contributions.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChannelField } from '../ChannelField.tsx'
import { CustomerChoice } from '../quotes/CustomerChoice.tsx'
import { KindChoice } from '../quotes/KindChoice.tsx'
import { HOW_WORDS } from '../quotes/quoteWords.ts'
import { struckWords } from '../quotes/struckWords.ts'
import styles from './contribute.module.css'
import { useDraft } from './drafts.ts'
import { isSendKey } from './isSendKey.ts'
import { SendForm } from './SendForm.tsx'
import { TouchpointChoice } from './TouchpointChoice.tsx'
import { useSending } from './useSending.ts'

const HOWS = Object.entries(HOW_WORDS).map(([value, label]) => ({ value: value as Quote['how'], label }))

/** Takes down what a customer said and sends it. What was begun is kept until it has arrived or is thrown away. */
export function QuoteForm({ onAdded }: { onAdded(mine: Mine): void }) {
  const open = useOpenMap()
  const { draft, begun, change, discard } = useDraft(open.id, 'quote')
  const { busy, failure, send } = useSending()
  const struck = useMemo(() => struckWords(draft.text), [draft.text])

  const add = () =>
    send(async () => {
      if (!begun) return 'There are no words yet.'
      const { text, kind: quoteKind, how, channel } = draft
      const customer = draft.customer || null
      const place = { touchpoint: draft.touchpoint || null, saidOn: draft.saidOn || null, channel }
      const answer = await contribute(open, { kind: 'quote', text: text.trim(), customer, how, quoteKind, ...place })
      if (!answer.ok) return answer.message
      // Who spoke, where and how stay: the next quote is mostly of the same conversation.
      change({ text: '', kind: 'other' })
      onAdded(answer.value)
      return null
    })
  return (
    <SendForm
      label="Add a quote"
      send="Add quote"
      keys="Enter adds it"
      {...{ begun, busy, failure }}
      onSend={() => void add()}
      onDiscard={discard}
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
          if (!isSendKey(event, 'Enter')) return
          event.preventDefault()
          void add()
        }}
        readOnly={busy}
        autoFocus
        hint={struck}
      />
      <KindChoice value={draft.kind} onChange={kind => change({ kind })} />
      <TouchpointChoice value={draft.touchpoint} onChange={touchpoint => change({ touchpoint })} />
      <div className={styles.pair}>
        <CustomerChoice value={draft.customer} onChange={customer => change({ customer })} />
        <Select
          label="How it reached us"
          options={HOWS}
          value={draft.how}
          onChange={how => change({ how })}
          hint={draft.how === 'recalled' && 'By a colleague: drawn in pencil, fills no ring.'}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          type="date"
          label="Said on"
          value={draft.saidOn}
          max="9999-12-31"
          onChange={saidOn => change({ saidOn })}
        />
        <ChannelField value={draft.channel} onChange={channel => change({ channel })} />
      </div>
    </SendForm>
  )
}
