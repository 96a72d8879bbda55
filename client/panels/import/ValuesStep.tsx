import styles from './import.module.css'
import { PainValues } from './PainValues.tsx'
import { PersonaValues } from './PersonaValues.tsx'
import { PlaceValues } from './PlaceValues.tsx'
import { ScoreValues } from './ScoreValues.tsx'
import { SentimentValues } from './SentimentValues.tsx'
import { SourceValues } from './SourceValues.tsx'
import type { Import } from './useImport.ts'
import type { Wizard } from './wizard.ts'

/** What the values of the file mean on this map. Everything is suggested; nothing is decided. */
export function ValuesStep({ wizard, doing }: { wizard: Wizard & { step: 'values' }; doing: Import }) {
  const { values, choices } = wizard
  const given = { values, choices, onChange: doing.choose }
  const hasPlaces = [...values.stages, ...values.touchpoints].some(({ value }) => value !== '')
  return (
    <div className={styles.values}>
      {hasPlaces && <PlaceValues {...given} />}
      {values.scores.length > 0 && <ScoreValues {...given} onGoodEnd={doing.setGoodEnd} />}
      {values.sentiments.length > 0 && <SentimentValues {...given} />}
      {values.pains.length > 0 && <PainValues {...given} />}
      {values.sources.some(({ value }) => value !== '') && <SourceValues {...given} />}
      {values.personas.length > 0 && <PersonaValues {...given} />}
    </div>
  )
}
