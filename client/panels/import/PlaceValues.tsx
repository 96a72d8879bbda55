import { useMemo, useState } from 'react'
import { fold } from '#shared/formats/csv/fold.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { placesOf } from '../places.ts'
import styles from './import.module.css'
import {
  landingValue,
  NAMELESS,
  stageLandingFrom,
  touchpointLandingFrom,
  withStageLanding,
  withTouchpointLanding,
} from './landings.ts'
import { ValueSection, type ValuesProps, ValueWords } from './ValueSection.tsx'

type Option = { value: string; label: string }
type Options = (Option | { group: string; options: Option[] })[]

/** Touchpoints of a stage that are shown before somebody asks for more. */
const SHOWN = 40

/** Where quotes with a stage's and a touchpoint's value belong. */
export function PlaceValues({ values, choices, onChange }: ValuesProps) {
  const map = useMap(view => view.map)
  const known = useMemo(() => {
    const stages = map.stages.map(stage => ({ value: `existing ${stage.id}`, label: KINDS.stages.title(stage) }))
    const touchpoints = placesOf(map).map(place => ({
      value: `existing ${place.id}`,
      label: `${place.title} (${place.detail})`,
    }))
    return {
      stages: stages.length > 0 ? [{ group: 'On this map', options: stages }] : [],
      touchpoints: touchpoints.length > 0 ? [{ group: 'On this map', options: touchpoints }] : [],
    }
  }, [map])
  const counts = new Map(values.stages.map(({ value, count }) => [fold(value), count]))
  return (
    <ValueSection
      title="Where do the quotes belong?"
      note="Each stage and touchpoint of the file, with its number of rows."
    >
      <ul className={styles.tree}>
        {choices.stages.map(({ value, landing }) => (
          <li key={value}>
            <div className={styles.row}>
              <ValueWords value={value} count={counts.get(fold(value)) ?? 0} none="No stage" />
              <Select
                label={value ? `Where “${value}” belongs` : 'Where rows without a stage belong'}
                hideLabel
                options={stageOptions(value, known.stages)}
                value={landingValue(landing)}
                onChange={chosen => onChange(withStageLanding(choices, value, stageLandingFrom(chosen, value)))}
              />
            </div>
            <Touchpoints {...{ values, choices, onChange }} stage={value} known={known.touchpoints} />
          </li>
        ))}
      </ul>
    </ValueSection>
  )
}

function Touchpoints({ values, choices, onChange, stage, known }: ValuesProps & { stage: string; known: Options }) {
  const [shown, setShown] = useState(SHOWN)
  const key = fold(stage)
  const counts = useMemo(
    () =>
      new Map(
        values.touchpoints
          .filter(entry => fold(entry.stage) === key)
          .map(({ value, count }) => [fold(value), count] as const),
      ),
    [values, key],
  )
  const own = choices.touchpoints.filter(entry => fold(entry.stage) === key)
  const above = choices.stages.find(entry => fold(entry.value) === key)?.landing.to
  if (own.length === 0) return null
  return (
    <>
      <ul className={styles.branch}>
        {own.slice(0, shown).map(({ stage: written, value, landing }) => (
          <li key={value} className={styles.row}>
            <ValueWords value={value} count={counts.get(fold(value)) ?? 0} />
            <Select
              label={`Where “${value}” belongs${stage ? ` in “${stage}”` : ''}`}
              hideLabel
              options={touchpointOptions(above === 'journey' || above === 'tray', known)}
              value={landingValue(landing)}
              onChange={chosen =>
                onChange(withTouchpointLanding(choices, written, value, touchpointLandingFrom(chosen, value)))
              }
            />
          </li>
        ))}
      </ul>
      {own.length > shown && (
        <Button size="small" variant="quiet" onClick={() => setShown(own.length)}>
          Show all {own.length.toLocaleString('en-GB')}
        </Button>
      )}
    </>
  )
}

function stageOptions(value: string, known: Options): Options {
  return [
    { value: 'new', label: value ? 'New stage' : `New stage “${NAMELESS}”` },
    { value: 'journey', label: 'About the whole journey' },
    { value: 'tray', label: 'Leave in the tray' },
    ...known,
  ]
}

/** Without a stage there is nothing in which a new touchpoint could stand. */
function touchpointOptions(isNowhere: boolean, known: Options): Options {
  const within = [
    { value: 'new', label: 'New touchpoint' },
    { value: 'stage', label: 'About the whole stage' },
  ]
  return [
    ...(isNowhere ? [] : within),
    { value: 'journey', label: 'About the whole journey' },
    { value: 'tray', label: 'Leave in the tray' },
    ...known,
  ]
}
