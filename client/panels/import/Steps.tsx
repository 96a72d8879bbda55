import { cx } from '../../ui/cx.ts'
import styles from './import.module.css'
import type { Wizard } from './wizard.ts'

type Step = { words: string; of: readonly Wizard['step'][] }

const STEPS = [
  { words: 'File', of: ['file'] },
  { words: 'Columns', of: ['columns'] },
  { words: 'Values', of: ['values'] },
  { words: 'Preview', of: ['preview', 'sending'] },
  { words: 'Done', of: ['done'] },
] as const satisfies Step[]

const TALK_STEPS = [
  { words: 'File', of: ['file'] },
  { words: 'Speakers', of: ['columns'] },
  { words: 'Preview', of: ['preview', 'sending'] },
  { words: 'Done', of: ['done'] },
] as const satisfies Step[]
const MAP_STEPS = [
  { words: 'File', of: ['file'] },
  { words: 'Preview', of: ['map'] },
  { words: 'Done', of: ['done'] },
] as const satisfies Step[]

/** Where somebody is on the way from the file to the map. */
export function Steps({ wizard }: { wizard: Wizard }) {
  const { step } = wizard
  const steps =
    step === 'map' ? MAP_STEPS : 'opened' in wizard && wizard.opened.format === 'transcript' ? TALK_STEPS : STEPS
  const at = steps.findIndex(({ of }) => of.some(one => one === step))
  return (
    <ol className={styles.steps} aria-label="Steps">
      {steps.map(({ words }, index) => (
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
