import { useState } from 'react'
import type { Note } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import { describePicture } from '../commands/pictures.ts'
import { useCanEdit, useOpenMap } from '../store/MapContext.tsx'
import { TextField } from '../ui/TextField.tsx'
import panel from './Panel.module.css'
import { PanelSection } from './PanelSection.tsx'

/** What the picture of a note shows. Written when the field is left, so that a sentence is one step. */
export function PictureSection({ note: { id, alt } }: { note: Note }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [typed, setTyped] = useState<string | null>(null)
  const write = () => {
    if (typed !== null && typed.trim() !== alt) describePicture(open, id, typed.trim())
    setTyped(null)
  }
  return (
    <PanelSection title="Picture">
      {canEdit ? (
        <TextField
          label="What it shows"
          hint="For those who can’t see it, and where it can’t be loaded."
          value={typed ?? alt}
          maxLength={TITLE}
          onChange={setTyped}
          onBlur={write}
          onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && write()}
        />
      ) : (
        <p className={panel.hint}>{alt || 'Nobody has said yet what it shows.'}</p>
      )}
    </PanelSection>
  )
}
