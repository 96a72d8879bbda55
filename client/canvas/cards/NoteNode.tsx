import type { NodeProps } from '@xyflow/react'
import { memo, type PointerEvent } from 'react'
import { useStore } from 'zustand'
import type { Primitive } from '#shared/drawing/scene.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { useCanEdit, useView } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { useCanvas } from '../canvasState.ts'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import { usePicture } from '../scene/usePicture.ts'
import { TextEditor } from '../text/TextEditor.tsx'
import { CardWords } from './CardWords.tsx'
import styles from './cards.module.css'
import type { NoteNodeType } from './flowNodes.ts'
import { LinkHandle } from './LinkHandle.tsx'

function isText(item: Primitive): boolean {
  return item.type === 'text'
}

/** What pointers, keys and screen readers need of a sticky note, which is painted; and its words while they are being typed. */
export const NoteNode = memo(function NoteNode({ id, data, selected, dragging }: NodeProps<NoteNodeType>) {
  const { state, startLink, focus } = useCanvas()
  const editing = useView(view => view.editing?.id === id && view.editing.field === 'text')
  const linking = useView(view => view.tool === 'link')
  const target = useStore(state, ({ link }) => link?.over === id && link.from !== id)
  const { note, group, isHeading, text } = data.card
  const canEdit = useCanEdit()
  const picture = group.items.find(item => item.type === 'picture')
  const address = usePicture(editing ? note.image : null)
  const press = (event: PointerEvent) => {
    if (linking && event.button === 0) startLink(id, event.nativeEvent)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no note; the canvas moves the focus between these.
    <div
      role="group"
      tabIndex={-1}
      aria-label={`${isHeading ? 'Heading' : 'Note'}: ${note.text.trim() || (note.image === null ? 'empty' : note.alt || 'picture')}`}
      data-note={id}
      data-selected={selected || undefined}
      data-target={target || undefined}
      data-dragging={(dragging && !editing) || undefined}
      className={cx(styles.card, styles.note, linking && 'nopan')}
      onPointerDown={press}
    >
      {editing ? (
        <>
          <SceneSvg group={group} without={isText} picture={address} />
          <TextEditor
            at={{ kind: 'notes', id, field: 'text' }}
            label={isHeading ? 'Heading' : 'Note'}
            placeholder={isHeading ? 'Name this group' : 'Write a note'}
            maxLength={DETAILS}
            lines={!isHeading}
            className={isHeading ? styles.heading : styles.words}
            style={{ top: picture ? picture.y + picture.height + 8 * text : (isHeading ? 2 : 12) * text }}
            onLeave={focus}
          />
        </>
      ) : (
        <CardWords group={group} />
      )}
      {canEdit && !linking && <LinkHandle from={id} />}
    </div>
  )
})
