import { useEffect, useState } from 'react'
import { isDay } from '#shared/model/field.ts'
import type { PainPoint } from '#shared/model/kinds.ts'
import { DETAILS } from '#shared/model/limits.ts'
import { changeStep } from '../../commands/pains.ts'
import { useCanEdit, useOpenMap } from '../../store/MapContext.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dayWords } from '../quotes/quoteWords.ts'
import styles from './pains.module.css'
import { STATUS_WORDS, STEP_ASKS } from './painWords.ts'

/** How a pain point came as far as it is: each step with its day and what was said. The last one stands open. */
export function PainHistory({ pain }: { pain: PainPoint }) {
  const canEdit = useCanEdit()
  const { history } = pain
  const last = history.length - 1
  if (last < 0) return null
  return (
    <>
      {canEdit && <Step key={last} pain={pain} index={last} />}
      {(last > 0 || !canEdit) && (
        <details className={styles.history}>
          <summary>How it went</summary>
          <ol>
            {history.map(({ status, on, words }, index) => (
              // Entries are only ever appended, and two may be alike.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what tells them apart.
              <li key={index}>
                {canEdit && index < last ? (
                  <Step pain={pain} index={index} />
                ) : (
                  <>
                    <span className={styles.step}>
                      {STATUS_WORDS[status]}
                      {on && <span>{dayWords(on)}</span>}
                    </span>
                    {words && <p dir="auto">{words}</p>}
                  </>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

/** The day and the words of one step; written when the field is left, since a step is one value. */
function Step({ pain, index }: { pain: PainPoint; index: number }) {
  const open = useOpenMap()
  const step = pain.history[index]
  const [words, setWords] = useState(step?.words ?? '')
  const written = step?.words ?? ''
  // A colleague may have written meanwhile.
  useEffect(() => setWords(written), [written])
  if (!step) return null
  const name = STATUS_WORDS[step.status]
  return (
    <div className={styles.stepForm}>
      <TextField
        type="date"
        label={`${name} on`}
        value={step.on ?? ''}
        onChange={day => (day === '' || isDay(day)) && changeStep(open, pain, index, { on: day || null })}
      />
      <TextArea
        label={`${name}: in words`}
        hideLabel
        placeholder={STEP_ASKS[step.status]}
        value={words}
        maxLength={DETAILS}
        onChange={setWords}
        onBlur={() => words !== written && changeStep(open, pain, index, { words })}
      />
    </div>
  )
}
