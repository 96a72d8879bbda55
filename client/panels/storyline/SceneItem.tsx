import Ellipsis from 'lucide-react/icons/ellipsis'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { KINDS, type Scene } from '#shared/model/kinds.ts'
import { duplicateScene, moveScene, removeScene, SCENE_WORDS, shiftScene } from '../../commands/scenes.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './storyline.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import type { PaintedSlide } from './usePaintedSlides.ts'

/** The format under which a scene is carried. */
const CARRIED = 'application/x-verbatim-scene'

export type SceneItemProps = {
  scene: Scene
  index: number
  painted: PaintedSlide | undefined
  isChosen: boolean
  onChoose(id: string | null): void
  onPresent(id: string): void
}

/** One scene of the strip: chosen by a press, moved by dragging, by Alt with arrow keys, or by its menu. */
export function SceneItem({ scene, index, painted, isChosen, onChoose, onPresent }: SceneItemProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const [isOver, setOver] = useState(false)
  const name = heading(scene, painted)
  const remove = () => {
    removeScene(open, scene.id)
    if (isChosen) onChoose(null)
    toast(`“${name}” is off the storyline.`, { action: { label: 'Undo', onPress: () => open.session.undo.undo() } })
  }
  const press = (event: KeyboardEvent) => {
    if (!canEdit) return
    const by = event.altKey && { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by) shiftScene(open, scene.id, by)
    else if (event.key === 'Delete') remove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const carried = event.dataTransfer.getData(CARRIED)
    if (!carried || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    moveScene(open, carried, scene.id)
  }
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CARRIED)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <li
      className={cx(styles.item, isOver && styles.over)}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button
        type="button"
        className={styles.scene}
        aria-pressed={isChosen}
        aria-label={`Scene ${index + 1}: ${name}, ${SCENE_WORDS[scene.kind]}`}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        draggable={canEdit}
        onDragStart={event => {
          event.dataTransfer.setData(CARRIED, scene.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onClick={() => onChoose(isChosen ? null : scene.id)}
        onKeyDown={press}
      >
        <Thumbnail painted={painted} />
      </button>
      <div className={styles.name}>
        <span className={styles.index}>{index + 1}</span>
        <span className={styles.title} dir="auto">
          {name}
        </span>
        <Menu
          side="top"
          align="end"
          trigger={
            <IconButton label={`More about scene ${index + 1}`} size="small">
              <Ellipsis size={15} />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => onPresent(scene.id)}>Present from here</MenuItem>
          {canEdit && (
            <>
              <MenuItem onSelect={() => onChoose(duplicateScene(open, scene.id))}>Duplicate</MenuItem>
              <MenuItem onSelect={() => shiftScene(open, scene.id, -1)}>Move to the front</MenuItem>
              <MenuItem onSelect={() => shiftScene(open, scene.id, 1)}>Move to the back</MenuItem>
              <MenuLine />
              <MenuItem onSelect={remove}>Remove</MenuItem>
            </>
          )}
        </Menu>
      </div>
      {painted?.slide.hints.map(hint => (
        <p key={hint} className={styles.hint}>
          <TriangleAlert aria-hidden="true" />
          {hint}
        </p>
      ))}
    </li>
  )
}

function heading(scene: Scene, painted: PaintedSlide | undefined): string {
  const statement = painted?.slide.kind === 'claim' ? painted.slide.statement : ''
  return scene.heading.trim() || painted?.slide.heading || statement || KINDS.scenes.title(scene)
}
