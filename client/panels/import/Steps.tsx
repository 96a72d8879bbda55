import { cx } from '../../ui/cx.ts'
import styles from './import.module.css'
import type { Wizard } from './wizard.ts'

const STEPS = [
  { words: 'File', of: ['file'] },
  { words: 'Columns', of: ['columns'] },
  { words: 'Values', of: ['values'] },
  { words: 'Preview', of: ['preview', 'sending'] },
  { words: 'Done', of: ['done'] },
] as const satisfies { words: string; of: readonly Wizard['step'][] }[]

/** Where somebody is on the way from the file to the map. */
export function Steps({ step }: { step: Wizard['step'] }) {
  const at = STEPS.findIndex(({ of }) => of.some(one => one === step))
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map(({ words }, index) => (
        <li
          key={words}
          className={cx(styles.stepName, index < at && styles.past)}
          aria-current={index === at ? 'step' : undefined}
        >
          {words}
        </li>
      ))}
    </ol>
  )
}
