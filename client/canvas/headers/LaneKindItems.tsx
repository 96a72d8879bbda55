import type { LaneKind } from '#shared/model/records/lanes.ts'
import { LANE_NAMES } from '../../commands/grid.ts'
import { MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx'

/** The kinds of lanes as people look for them, each with what it shows. */
const KINDS: readonly { title: string; kinds: readonly (readonly [LaneKind, string])[] }[] = [
  {
    title: 'Touchpoints',
    kinds: [
      ['steps', 'Steps without a channel'],
      ['frontstage', 'Contacts by phone, in the shop, online'],
    ],
  },
  {
    title: 'Notes',
    kinds: [
      ['backstage', 'Work that customers don’t see'],
      ['support', 'Systems and partners behind it'],
      ['text', 'Anything written'],
      ['images', 'Photos and screenshots'],
    ],
  },
  {
    title: 'From what customers said',
    kinds: [
      ['feelings', 'Assumed and heard, as curves'],
      ['pains', 'Each stage’s pain points by severity'],
      ['opportunities', 'What could be done better'],
      ['voices', 'How many spoke, in their words'],
    ],
  },
]

/** Menu items for adding a lane. */
export function LaneKindItems({ onChoose }: { onChoose(kind: LaneKind): void }) {
  return KINDS.map(({ title, kinds }, index) => (
    <div key={title}>
      {index > 0 && <MenuLine />}
      <MenuLabel>{title}</MenuLabel>
      {kinds.map(([kind, hint]) => (
        <MenuItem key={kind} hint={hint} onSelect={() => onChoose(kind)}>
          {LANE_NAMES[kind]}
        </MenuItem>
      ))}
    </div>
  ))
}
