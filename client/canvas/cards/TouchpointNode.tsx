import type { NodeProps } from '@xyflow/react'
import { memo, type PointerEvent } from 'react'
import { useStore } from 'zustand'
import { enlargedFont } from '#shared/drawing/enlarged.ts'
import type { Primitive } from '#shared/drawing/scene.ts'
import { baseline } from '#shared/drawing/text.ts'
import { TYPE } from '#shared/drawing/theme.ts'
import { TITLE } from '#shared/model/limits.ts'
import { beginBeside } from '../../commands/drafts.ts'
import { pasteIntoTitle } from '../../commands/pastedText.ts'
import { useCanEdit, useView } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { useCanvas } from '../canvasState.ts'
import { cssColor } from '../scene/cssColor.ts'
import { SceneSvg } from '../scene/SceneSvg.tsx'
import { TextEditor } from '../text/TextEditor.tsx'
import { CardWords } from './CardWords.tsx'
import { cardName } from './cardName.ts'
import styles from './cards.module.css'
import type { TouchpointNodeType } from './flowNodes.ts'
import { LinkHandle } from './LinkHandle.tsx'

/** Free space at the right of a title, as a card is drawn whose text is of the usual size. */
const PADDING = 16

/** Tells the title's lines apart from all else on a card whose text is of this size. */
function titleOf(text: number): (item: Primitive) => boolean {
  const font = enlargedFont(TYPE.cardTitle, text)
  return item => item.type === 'text' && item.font === font
}

/** What pointers, keys and screen readers need of a touchpoint's card, which is painted; and its title while it is being typed. */
export const TouchpointNode = memo(function TouchpointNode({
  id,
  data,
  selected,
  dragging,
}: NodeProps<TouchpointNodeType>) {
  const { open, state, startLink, focus } = useCanvas()
  const editing = useView(view => view.editing?.id === id && view.editing.field === 'title')
  const linking = useView(view => view.tool === 'link')
  const target = useStore(state, ({ link, quotesOver }) => quotesOver === id || (link?.over === id && link.from !== id))
  const canEdit = useCanEdit()
  const { group, face, text } = data.card
  const isTitle = titleOf(text)
  const line = group.items.find(isTitle)
  const padding = PADDING * text
  const press = (event: PointerEvent) => {
    if (linking && event.button === 0) startLink(id, event.nativeEvent)
  }
  /** A card that was typed just now is selected only when its author stops: see `beginCard`. */
  const leave = () => {
    const { selected } = open.view.getState()
    const isThere = open.map.getState().map.touchpoints.some(card => card.id === id)
    if (isThere && selected.length === 0) open.view.setState({ selected: [id] })
    focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no card; the canvas moves the focus between these.
    <div
      role="group"
      tabIndex={-1}
      aria-label={cardName(face)}
      data-touchpoint={id}
      data-selected={selected || editing || undefined}
      data-target={target || undefined}
      data-dragging={(dragging && !editing) || undefined}
      className={cx(styles.card, styles.touchpoint, linking && 'nopan')}
      onPointerDown={press}
    >
      {editing && line?.type === 'text' ? (
        <>
          <SceneSvg group={group} without={isTitle} />
          <TextEditor
            at={{ kind: 'touchpoints', id, field: 'title' }}
            label="Title"
            placeholder="What happens here?"
            maxLength={TITLE}
            className={styles.title}
            style={{
              background: face.heard > 0 ? cssColor('surface') : cssColor('paper'),
              left: line.anchor === 'left' ? line.x : padding,
              top: line.y - baseline(TYPE.cardTitle) * text,
              width: line.anchor === 'left' ? group.width - line.x - padding : line.x - padding,
            }}
            onLeave={leave}
            onNext={where => beginBeside(open, id, where)}
            onPasteText={text => pasteIntoTitle(open, id, text)}
          />
        </>
      ) : (
        <CardWords group={group} />
      )}
      {canEdit && !linking && <LinkHandle from={id} />}
    </div>
  )
})
