import { useState } from 'react'
import { KINDS, type Link } from '#shared/model/kinds.ts'
import { TITLE } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { labelLink } from '../commands/labels.ts'
import { lookUp } from '../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../store/MapContext.tsx'
import { TextField } from '../ui/TextField.tsx'
import panel from './Panel.module.css'

function cardTitle({ touchpoints, notes }: MapDocument, id: string): string {
  const touchpoint = lookUp(touchpoints, id)
  const note = lookUp(notes, id)
  return touchpoint ? KINDS.touchpoints.title(touchpoint) : note ? KINDS.notes.title(note) : 'Nothing'
}

/** What an arrow joins, and its label. */
export function LinkInspector({ link }: { link: Link }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const from = useMap(({ map }) => cardTitle(map, link.from))
  const to = useMap(({ map }) => cardTitle(map, link.to))
  const [typed, setTyped] = useState<string | null>(null)
  const write = () => {
    if (typed !== null && typed !== link.label) labelLink(open, link.id, typed)
    setTyped(null)
  }
  return (
    <section className={panel.section}>
      <div className={panel.stack}>
        <p>
          {from} → {to}
        </p>
        {canEdit ? (
          <TextField
            label="Label"
            value={typed ?? link.label}
            maxLength={TITLE}
            onChange={setTyped}
            onBlur={write}
            onKeyDown={event => event.key === 'Enter' && write()}
          />
        ) : (
          link.label && <p className={panel.hint}>{link.label}</p>
        )}
      </div>
    </section>
  )
}
