import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useMemo } from 'react'
import { NO_FILTER } from '#shared/model/evidence/filter.ts'
import { filterWords } from '#shared/model/evidence/filterWords.ts'
import { heardFrom } from '#shared/model/evidence/heardFrom.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap, useView } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { countWords } from '../countWords.ts'
import { ReadNumber } from '../ReadNumber.tsx'
import { askedWords } from '../sources/askedWords.ts'
import { Counted } from './Counted.tsx'
import styles from './filter.module.css'

/** That not all words count, which do, and whether too few customers are left. */
export function FilterSaid() {
  const open = useOpenMap()
  const filter = useView(view => view.filter)
  const map = useMap(view => view.map)
  const customers = useMap(({ evidence }) => evidence.customersOnMap)
  const needed = map.map.voicesNeeded
  const [only = null, ...others] = filter.sources
  const source = others.length === 0 ? lookUp(map.sources, only) : undefined
  const asked = useMemo(() => source && askedWords(source, heardFrom(map).get(source.id) ?? 0), [source, map])
  const words = filterWords(filter, map)
  return (
    <div className={styles.line} role="status" aria-label="Filter">
      <p className={styles.said}>
        <strong>
          <ReadNumber reading={{ title: 'What counts now', behind: { of: 'all' }, place: null }}>
            <Counted />
          </ReadNumber>
        </strong>
        <span className={styles.which} dir="auto" title={words}>
          {words}
        </span>
        {asked && <span>{asked}</span>}
        {customers < needed && (
          <span className={styles.few}>
            <TriangleAlert aria-hidden="true" />
            {customers === 0
              ? 'No customer is left'
              : `Fewer than the ${countWords(needed, 'customer')} that this map needs`}
          </span>
        )}
      </p>
      <Button size="small" onClick={() => open.view.setState({ filter: NO_FILTER })}>
        Show all
      </Button>
    </div>
  )
}
