import { type Command, GROUPS } from '../../commands/registry.ts'
import type { OpenMap } from '../../store/MapContext.tsx'
import { closest } from './closest.ts'

export type CommandGroup = { heading: string; entries: Command[] }

/**
 * The commands that the palette offers. Before anything is typed: what can be done now, those used last first. Then:
 * what fits the words, best first, even where it can't be done now, so that nobody searches in vain.
 */
export function groupCommands(
  commands: readonly Command[],
  open: OpenMap,
  recent: readonly string[],
  wanted: string,
): CommandGroup[] {
  const offered = commands.filter(({ id }) => id !== 'dialog.palette')
  const used = recent.flatMap(id => offered.filter(command => command.id === id))
  const rest = offered.filter(({ id }) => !recent.includes(id))
  if (wanted.trim() !== '') {
    const entries = closest([...used, ...rest], wanted, ({ title, group }) => `${title} ${group}`)
    return filled([{ heading: 'Commands', entries }])
  }
  const possible = (list: readonly Command[]) => list.filter(command => command.can(open))
  return filled([
    { heading: 'Used last', entries: possible(used) },
    ...GROUPS.map(group => ({ heading: group, entries: possible(rest.filter(command => command.group === group)) })),
  ])
}

function filled(groups: CommandGroup[]): CommandGroup[] {
  return groups.filter(({ entries }) => entries.length > 0)
}
