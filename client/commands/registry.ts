import { reaches } from '#shared/model/roles.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import type { Tool } from '../store/viewState.ts'
import { addLane, addStage } from './grid.ts'
import { newestImport, nextImportBack, putBackImport, takeBackImport } from './imports.ts'
import { removeSelected } from './remove.ts'
import { addTouchpointAnywhere } from './touchpoints.ts'

/**
 * Something a person can ask for by button, menu, key or palette. Keys are written as `Mod+Shift+z`
 * (Mod is Ctrl, or Cmd on a Mac); single letters work only where no text is being typed.
 */
export type Command = {
  id: string
  title: string
  keys: readonly string[]
  /** Whether it makes sense now; false greys it out. */
  can(open: OpenMap): boolean
  run(open: OpenMap): void
}

function mayEdit({ role }: OpenMap): boolean {
  return reaches(role, 'editor')
}

function tool(name: Tool, title: string, key: string): Command {
  return {
    id: `tool.${name}`,
    title,
    keys: [key],
    can: open => name === 'select' || name === 'hand' || mayEdit(open),
    run: ({ view }) => view.setState({ tool: name, editing: null }),
  }
}

function dialog(
  name: 'import' | 'share' | 'export' | 'shortcuts',
  title: string,
  keys: string[],
  can: Command['can'],
): Command {
  return { id: `dialog.${name}`, title, keys, can, run: ({ view }) => view.setState({ dialog: name }) }
}

const always = () => true

/** Every command; menus, the toolbar, keys and the shortcuts sheet all read this list. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    keys: ['Mod+z'],
    can: open => newestImport(open) !== null || open.session.undo.canUndo(),
    run: open => {
      const imported = newestImport(open)
      if (imported === null) open.session.undo.undo()
      else void takeBackImport(open, imported)
    },
  },
  {
    id: 'redo',
    title: 'Redo',
    keys: ['Mod+Shift+z', 'Mod+y'],
    can: open => nextImportBack(open) !== null || open.session.undo.canRedo(),
    run: open => {
      const imported = nextImportBack(open)
      if (imported === null) open.session.undo.redo()
      else void putBackImport(open, imported)
    },
  },
  {
    id: 'delete',
    title: 'Delete',
    keys: ['Delete', 'Backspace'],
    can: open => mayEdit(open) && open.view.getState().selected.length > 0,
    run: open => void removeSelected(open),
  },
  tool('select', 'Select', 'v'),
  tool('touchpoint', 'Touchpoint', 't'),
  tool('note', 'Note', 'n'),
  tool('link', 'Link', 'l'),
  tool('hand', 'Hand', 'h'),
  { id: 'add.touchpoint', title: 'Add a touchpoint', keys: ['Enter'], can: mayEdit, run: addTouchpointAnywhere },
  { id: 'add.stage', title: 'Add a stage', keys: ['Shift+s'], can: mayEdit, run: open => void addStage(open) },
  {
    id: 'add.lane',
    title: 'Add a lane',
    keys: ['Shift+l'],
    can: mayEdit,
    run: open => void addLane(open, 'frontstage'),
  },
  {
    id: 'tray',
    title: 'Quotes tray',
    keys: ['q'],
    can: always,
    run: ({ view }) => view.setState(state => ({ trayOpen: !state.trayOpen })),
  },
  dialog('import', 'Import quotes', ['Mod+i'], mayEdit),
  dialog('share', 'Share', [], open => reaches(open.role, 'facilitator')),
  dialog('export', 'Export', ['Mod+e'], always),
  dialog('shortcuts', 'Keyboard shortcuts', ['?'], always),
]

const BY_ID = new Map(COMMANDS.map(command => [command.id, command]))

/** The command of an id; throws for an unknown one, which is our own mistake. */
export function command(id: string): Command {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`There is no command called ${id}`)
  return found
}
