import { useCallback, useMemo } from 'react'
import { connect } from '../../commands/links.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { matching } from '../finding.ts'
import { Picker } from '../Picker.tsx'
import { linkTargets } from './linksOf.ts'

/** Chooses by name where an arrow leads, for whoever doesn't draw it with a pointer. */
export function LinkTo({ card, onClose }: { card: string; onClose(): void }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const targets = useMemo(() => linkTargets(map, card), [map, card])
  const find = useCallback(
    (wanted: string) => matching(targets, wanted, ({ title, detail }) => `${title} ${detail}`),
    [targets],
  )
  return (
    <Dialog open onOpenChange={isOpen => !isOpen && onClose()} title="Link to…" size="small">
      <Picker
        label="Find a touchpoint or a note"
        find={find}
        none={targets.length === 0 ? 'There is nothing else to link to yet.' : 'Nothing is called that.'}
        onChoose={({ id }) => {
          connect(open, card, id)
          onClose()
        }}
      />
    </Dialog>
  )
}
