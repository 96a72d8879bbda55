import { showOriginalsTo } from '../../../commands/originals.ts'
import { useMap, useOpenMap } from '../../../store/MapContext.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './share.module.css'

const WHO = [
  { value: 'editors', label: 'Facilitators and editors' },
  { value: 'facilitators', label: 'Facilitators only' },
] as const

/** Says who may see words as they were before anything was blacked out. */
export function OriginalsFor() {
  const open = useOpenMap()
  const value = useMap(({ map }) => map.map.originalsFor)
  return (
    <section className={styles.role} aria-label="Original words">
      <Select
        label="Who may see the original words of quotes"
        options={WHO}
        value={value}
        onChange={who => showOriginalsTo(open, who)}
        hint="As they were before names and numbers were blacked out. Anonymous exports never hold them."
      />
    </section>
  )
}
