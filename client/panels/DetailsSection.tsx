import { useState } from 'react'
import type { Touchpoint } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { changeTouchpoint } from '../commands/touchpoints.ts'
import { useCanEdit, useOpenMap } from '../store/MapContext.tsx'
import { Switch } from '../ui/Switch.tsx'
import { ChannelField } from './ChannelField.tsx'
import panel from './Panel.module.css'
import { PanelSection } from './PanelSection.tsx'
import { SharedText } from './SharedText.tsx'

/** A touchpoint's channel, whether it decides, and whatever else is to be said. */
export function DetailsSection({ touchpoint }: { touchpoint: Touchpoint }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const { id, channel, momentOfTruth, author } = touchpoint
  return (
    <PanelSection title="Details">
      <div className={panel.stack}>
        {canEdit ? (
          <Channel touchpoint={touchpoint} />
        ) : (
          <p className={panel.hint}>{channel || 'No channel: a step'}</p>
        )}
        <Switch
          checked={momentOfTruth}
          disabled={!canEdit}
          onChange={on => changeTouchpoint(open, id, { momentOfTruth: on })}
          hint="A contact that decides whether they stay."
        >
          Moment of truth
        </Switch>
        <SharedText
          at={{ kind: 'touchpoints', id, field: 'details' }}
          label="Details"
          placeholder={canEdit ? 'What else is to be known?' : 'No details.'}
          maxLength={DETAILS}
          lines
        />
        {author && <p className={panel.hint}>From a note by {author}.</p>}
      </div>
    </PanelSection>
  )
}

/** Written when it is left, so that a channel of six letters is one step and not six. */
function Channel({ touchpoint: { id, channel } }: { touchpoint: Touchpoint }) {
  const open = useOpenMap()
  const [typed, setTyped] = useState<string | null>(null)
  const write = () => {
    if (typed !== null && typed.trim() !== channel) changeTouchpoint(open, id, { channel: typed.trim() })
    setTyped(null)
  }
  return <ChannelField value={typed ?? channel} onChange={setTyped} onBlur={write} onEnter={write} />
}
