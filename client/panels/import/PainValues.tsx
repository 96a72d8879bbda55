import { fold } from '#shared/formats/csv/fold.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './import.module.css'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

/** Which values become pain points: those that somebody ticks, since such a column often names praise as well. */
export function PainValues({ values, choices, onChange }: ValuesProps) {
  const counts = new Map(values.pains.map(({ value, count }) => [fold(value), count]))
  const pains = choices.pains.toSorted((a, b) => (counts.get(fold(b.value)) ?? 0) - (counts.get(fold(a.value)) ?? 0))
  const ticked = pains.filter(pain => pain.ticked).length
  const tick = (isOne: (value: string) => boolean, on: boolean) => {
    const next = choices.pains.map(entry => (isOne(entry.value) ? { ...entry, ticked: on } : entry))
    onChange({ ...choices, pains: next })
  }
  return (
    <ValueSection
      title="Which of these are pain points?"
      note="Tick what hurts. Each becomes a pain point on the touchpoints where it is named; quotes are linked by hand."
      action={
        <Button size="small" variant="quiet" onClick={() => tick(() => true, ticked < pains.length)}>
          {ticked < pains.length ? 'Tick all' : 'Tick none'}
        </Button>
      }
    >
      <ul className={styles.grid}>
        {pains.map(({ value, ticked: isTicked }) => (
          <li key={value} className={styles.tick}>
            <Checkbox checked={isTicked} onChange={on => tick(one => one === value, on)}>
              <ValueWords value={value} count={counts.get(fold(value)) ?? 0} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </ValueSection>
  )
}
