import ChevronDown from 'lucide-react/icons/chevron-down'
import type { TemplateName } from '../api/types.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'

const TEMPLATES: readonly { name: TemplateName; title: string; words: string }[] = [
  { name: 'five-stage', title: 'Customer journey', words: 'Five stages, from the first thought to staying' },
  { name: 'service-blueprint', title: 'Service blueprint', words: 'What customers see, and what makes it work behind' },
  { name: 'nine-questions', title: 'Nine questions', words: 'What to ask customers until you know' },
  { name: 'customer-panel', title: 'Customer panel', words: 'Three or four customers tell your team, face to face' },
  { name: 'staff-journey', title: 'Staff journey', words: 'The mirror: what it is like to be the one who serves' },
]

export type HomeNewProps = { busy: boolean; disabled: boolean; onChoose(template: TemplateName): void }

/** What a new map can begin as. */
export function HomeNew({ busy, disabled, onChoose }: HomeNewProps) {
  return (
    <Menu
      trigger={
        <Button size="large" busy={busy} disabled={disabled}>
          New map
          <ChevronDown />
        </Button>
      }
    >
      <MenuItem onSelect={() => onChoose('blank')} hint="An empty sheet">
        Blank map
      </MenuItem>
      <MenuLine />
      {TEMPLATES.map(({ name, title, words }) => (
        <MenuItem key={name} onSelect={() => onChoose(name)} hint={words}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  )
}
