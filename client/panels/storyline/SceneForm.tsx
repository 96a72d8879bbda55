import { KINDS, type Scene } from '#shared/model/kinds.ts'
import { DETAILS, TITLE } from '#shared/model/limits.ts'
import { CURVES, NUMBERS } from '#shared/model/records/scenes.ts'
import { counts } from '#shared/model/storyline/sceneFilter.ts'
import { changeScene, SCENE_WORDS } from '../../commands/scenes.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { Chooser } from '../Chooser.tsx'
import { matching } from '../finding.ts'
import { SharedText } from '../SharedText.tsx'
import { chosenClaim, claimChoices } from './claimChoices.ts'
import { SceneWords } from './SceneWords.tsx'
import styles from './storyline.module.css'

const CURVE_WORDS: { readonly [C in Scene['curves']]: string } = {
  both: 'Assumed and heard',
  assumed: 'Only what we assumed',
  heard: 'Only what customers felt',
}
const NUMBER_WORDS: { readonly [N in Scene['number']]: string } = {
  '': 'No number, the heading alone',
  customers: 'Customers heard',
  quotes: 'Quotes on the map',
  notHeard: 'Touchpoints nobody spoke about',
  confirmed: 'Claims that are confirmed',
  wrong: 'Touchpoints where we were wrong',
  pains: 'Pain points to be mended',
}
const ALL = ''
const MOST_FOUND = 50

/** What one scene says and shows. */
export function SceneForm({ scene }: { scene: Scene }) {
  const canEdit = useCanEdit()
  return (
    <div className={styles.form}>
      <div className={styles.texts}>
        <SharedText
          key={`${scene.id} heading`}
          at={{ kind: 'scenes', id: scene.id, field: 'heading' }}
          label="Heading of the scene"
          placeholder="Heading"
          maxLength={TITLE}
          className={styles.heading}
        />
        <SharedText
          key={`${scene.id} notes`}
          at={{ kind: 'scenes', id: scene.id, field: 'notes' }}
          label="Notes for the speaker"
          placeholder="Notes for the speaker. Nobody in the room sees them."
          maxLength={DETAILS}
          lines
          className={styles.notes}
        />
      </div>
      {canEdit && <Shows scene={scene} />}
    </div>
  )
}

function Shows({ scene }: { scene: Scene }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const change = (fields: Parameters<typeof changeScene>[2]) => changeScene(open, scene.id, fields)
  const stages = [{ value: ALL, label: 'The whole journey' }, ...map.stages.map(named)]
  return (
    <div className={styles.shows}>
      <Select
        label="Kind of scene"
        value={scene.kind}
        options={Object.entries(SCENE_WORDS).map(([value, label]) => ({ value, label }))}
        onChange={kind => change({ kind: kind as Scene['kind'] })}
      />
      {scene.kind === 'claim' && (
        <Chooser
          label="What it shows"
          shown={chosenClaim(map, scene)?.title ?? 'Choose a claim'}
          search="Find a claim or a touchpoint"
          find={wanted =>
            matching(claimChoices(map), wanted, ({ title, detail }) => `${title} ${detail}`, MOST_FOUND).map(
              choice => ({
                ...choice,
                hint: choice.detail,
              }),
            )
          }
          none="Nothing on the map is called that."
          onChoose={({ id }) => {
            const chosen = claimChoices(map).find(choice => choice.id === id)
            if (chosen) change(chosen.of)
          }}
        />
      )}
      {(scene.kind === 'view' || scene.kind === 'comparison') && scene.shows.length === 0 && (
        <Select
          label="Part of the journey"
          value={map.stages.some(({ id }) => id === scene.stage) ? (scene.stage ?? ALL) : ALL}
          options={stages}
          onChange={stage => change({ stage: stage === ALL ? null : stage })}
        />
      )}
      {scene.kind === 'comparison' && (
        <Select
          label="Curves"
          value={scene.curves}
          options={CURVES.map(value => ({ value, label: CURVE_WORDS[value] }))}
          onChange={curves => change({ curves: curves as Scene['curves'] })}
        />
      )}
      {scene.kind === 'number' && (
        <Select
          label="Number"
          value={scene.number}
          options={NUMBERS.map(value => ({ value, label: NUMBER_WORDS[value] }))}
          onChange={number => change({ number: number as Scene['number'] })}
        />
      )}
      {counts(scene) && <SceneWords scene={scene} />}
      {scene.kind === 'view' && map.lanes.length > 1 && (
        <fieldset className={styles.lanes}>
          <legend>Lanes</legend>
          {map.lanes.map(lane => (
            <Checkbox
              key={lane.id}
              checked={!scene.hides.includes(lane.id)}
              onChange={shown =>
                change({ hides: shown ? scene.hides.filter(id => id !== lane.id) : [...scene.hides, lane.id] })
              }
            >
              {KINDS.lanes.title(lane)}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function named(stage: Parameters<typeof KINDS.stages.title>[0]) {
  return { value: stage.id, label: KINDS.stages.title(stage) }
}
