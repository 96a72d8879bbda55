import Download from 'lucide-react/icons/download'
import Plus from 'lucide-react/icons/plus'
import Presentation from 'lucide-react/icons/presentation'
import Sparkles from 'lucide-react/icons/sparkles'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { addScene, addViewScene, draftScenes, SCENE_WORDS } from '../../commands/scenes.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { countWords } from '../countWords.ts'
import { SceneForm } from './SceneForm.tsx'
import { SceneItem } from './SceneItem.tsx'
import styles from './storyline.module.css'
import { usePaintedSlides } from './usePaintedSlides.ts'

/** The storyline under the map: its scenes as they will stand on the wall, in their order, and what the chosen one says. */
export function Storyline({ onPresent }: { onPresent(scene: string | null): void }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const scenes = useMap(view => view.map.scenes)
  const [chosen, setChosen] = useState<string | null>(null)
  const painted = usePaintedSlides()
  const scene = scenes.find(({ id }) => id === chosen)
  return (
    <section className={styles.storyline} aria-label="Storyline">
      <header className={styles.head}>
        <h2>Storyline</h2>
        <span className={styles.count}>{scenes.length > 0 && countWords(scenes.length, 'scene')}</span>
        <div className={styles.space} />
        {canEdit && <AddScene after={chosen} onAdded={setChosen} />}
        {scenes.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            icon={<Download size={15} />}
            aria-label="Export the storyline: PDF, pictures or a file that presents itself"
            onClick={() => open.view.setState({ dialog: 'export' })}
          >
            Export
          </Button>
        )}
        <Button size="small" variant="primary" icon={<Presentation size={15} />} onClick={() => onPresent(chosen)}>
          Present
        </Button>
        <IconButton label="Close the storyline" onClick={() => open.view.setState({ storylineOpen: false })}>
          <X size={18} />
        </IconButton>
      </header>
      {scenes.length === 0 ? (
        <Empty />
      ) : (
        <ol className={styles.strip}>
          {scenes.map((one, index) => (
            <SceneItem
              key={one.id}
              scene={one}
              index={index}
              painted={painted.get(one.id)}
              isChosen={one.id === chosen}
              onChoose={setChosen}
              onPresent={onPresent}
            />
          ))}
        </ol>
      )}
      {scene && <SceneForm scene={scene} />}
    </section>
  )
}

function AddScene({ after, onAdded }: { after: string | null; onAdded(id: string): void }) {
  const open = useOpenMap()
  const chosen = useView(view => view.selected.length)
  return (
    <>
      <Button size="small" icon={<Plus size={15} />} onClick={() => onAdded(addViewScene(open, after))}>
        {chosen > 0 ? 'Add what is selected' : 'Add the whole map'}
      </Button>
      <Menu
        side="top"
        align="end"
        trigger={
          <Button size="small" variant="quiet">
            Another scene
          </Button>
        }
      >
        {(['claim', 'comparison', 'number', 'title'] as const).map(kind => (
          <MenuItem key={kind} onSelect={() => onAdded(addScene(open, { kind, heading: '' }, after))}>
            {SCENE_WORDS[kind]}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

function Empty() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  return (
    <div className={styles.empty}>
      <p>A storyline is the order in which the map is presented. Its scenes show the map as it is, never a copy.</p>
      {canEdit && (
        <Button icon={<Sparkles size={15} />} onClick={() => draftScenes(open)}>
          Draft a storyline
        </Button>
      )}
    </div>
  )
}
