import ListFilter from 'lucide-react/icons/list-filter'
import { isOpen, NO_FILTER } from '#shared/model/evidence/filter.ts'
import { filterWords } from '#shared/model/evidence/filterWords.ts'
import type { Scene } from '#shared/model/kinds.ts'
import { filterOf, hasLost } from '#shared/model/storyline/sceneFilter.ts'
import { filterScene } from '../../commands/scenes.ts'
import { useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { FilterFields } from '../filter/FilterFields.tsx'
import styles from './storyline.module.css'

/** Which words count in a scene: what it says now, and the choice of others. */
export function SceneWords({ scene }: { scene: Scene }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const own = useView(view => view.filter)
  const filter = filterOf(scene, map)
  const words = isOpen(filter) ? 'All quotes' : filterWords(filter, map)
  return (
    <div className={styles.words}>
      <span className={styles.label}>Which quotes count</span>
      <Popover
        label="Which quotes count in this scene"
        side="top"
        trigger={
          <Button icon={<ListFilter size={15} />} aria-label={`Which quotes count: ${words}`}>
            <span className={styles.which} dir="auto">
              {words}
            </span>
          </Button>
        }
      >
        <section className={styles.filter}>
          <h3>Which quotes count in this scene</h3>
          <FilterFields filter={filter} onChange={part => filterScene(open, scene.id, { ...filter, ...part })} />
          <div className={styles.foot}>
            {!isOpen(own) && (
              <Button size="small" onClick={() => filterScene(open, scene.id, own)}>
                As on the map now
              </Button>
            )}
            <Button
              size="small"
              disabled={isOpen(filter) && !hasLost(scene, map)}
              onClick={() => filterScene(open, scene.id, NO_FILTER)}
            >
              Show all
            </Button>
          </div>
        </section>
      </Popover>
    </div>
  )
}
