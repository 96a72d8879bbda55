import { ADD_COMMANDS } from './addCommands.ts'
import type { Command } from './Command.ts'
import { EDIT_COMMANDS } from './editCommands.ts'
import { MAP_COMMANDS } from './mapCommands.ts'
import { VIEW_COMMANDS } from './viewCommands.ts'

export { type Command, GROUPS } from './Command.ts'

/** Every command; menus, the toolbar, keys and the shortcuts sheet all read this list. Of two with one key the first that can. */
export const COMMANDS: readonly Command[] = [...EDIT_COMMANDS, ...ADD_COMMANDS, ...VIEW_COMMANDS, ...MAP_COMMANDS]

const BY_ID = new Map(COMMANDS.map(command => [command.id, command]))

/** The command of an id; throws for an unknown one, which is our own mistake. */
export function command(id: string): Command {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`There is no command called ${id}`)
  return found
}
