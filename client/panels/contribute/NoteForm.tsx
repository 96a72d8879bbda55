import { DETAILS } from '#shared/model/limits.ts'
import { contribute, type Mine } from '../../commands/contributions.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './contribute.module.css'
import { useDraft } from './drafts.ts'
import { isSendKey } from './isSendKey.ts'
import { NotePlace } from './NotePlace.tsx'
import { SendForm } from './SendForm.tsx'
import { useSending } from './useSending.ts'

/** Writes a note and sends it. What was begun is kept until it has arrived or is thrown away. */
export function NoteForm({ onAdded }: { onAdded(mine: Mine): void }) {
  const open = useOpenMap()
  const { draft, begun, change, discard } = useDraft(open.id, 'note')
  const { busy, failure, send } = useSending()

  const add = () =>
    send(async () => {
      if (!begun) return 'There are no words yet.'
      const cell = draft.stage && draft.lane ? { stage: draft.stage, lane: draft.lane } : {}
      const answer = await contribute(open, { kind: 'note', text: draft.text.trim(), ...cell })
      if (!answer.ok) return answer.message
      change({ text: '' })
      onAdded(answer.value)
      return null
    })
  return (
    <SendForm
      label="Add a note"
      send="Add note"
      {...{ begun, busy, failure }}
      onSend={() => void add()}
      onDiscard={discard}
    >
      <TextArea
        label="Your note"
        className={styles.text}
        dir="auto"
        rows={3}
        maxLength={DETAILS}
        value={draft.text}
        onChange={text => change({ text })}
        onKeyDown={event => {
          if (!isSendKey(event, 'Mod+Enter')) return
          event.preventDefault()
          void add()
        }}
        readOnly={busy}
        autoFocus
      />
      <NotePlace value={draft} onChange={change} />
    </SendForm>
  )
}
