import { reaches } from '#shared/model/roles.ts'
import { readMe } from '../api/me.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayContribute, mayEdit } from '../store/rights.ts'
import type { KnownPart, Tool, Turn, ViewState } from '../store/viewState.ts'
import { navigate } from '../ui/history.ts'
import { later, withPart } from '../ui/Later.tsx'
import { align, canAlign, type Direction, nudge, selectAll } from './arrange.ts'
import { type CanvasHandle, canvasActions } from './canvasControls.ts'
import { canCopy, duplicateSelected } from './clipboard.ts'
import { copyByCommand, pasteByCommand } from './clipboardEvents.ts'
import { addLane, addStage } from './grid.ts'
import { newestImport, nextImportBack, putBackImport, takeBackImport } from './imports.ts'
import { lock } from './lock.ts'
import { goToMinimap, toggleMinimap } from './minimap.ts'
import { canGroup, canUngroup, groupByAuthor, groupNotes, ungroupNotes } from './noteGroups.ts'
import { present } from './presenting.ts'
import { removeSelected } from './remove.ts'
import { nextTextSize, setTextSize, TEXT_SIZE_WORDS, TEXT_SIZES, type TextSize, textSize } from './textSize.ts'
import { canTidy, tidy } from './tidy.ts'
import { addTouchpointAnywhere, onlyTouchpoint, selectedTouchpoints } from './touchpoints.ts'
import { canTurn, TURN_WORDS, turnSelected } from './turns.ts'

/** What commands are sorted under where many are listed, in this order. */
export const GROUPS = ['Add', 'Edit', 'Tools', 'View', 'Map', 'Help'] as const

/**
 * Something a person can ask for by button, menu, key or palette. Keys are written as `Mod+Shift+z`
 * (Mod is Ctrl, or Cmd on a Mac); single letters work only where no text is being typed.
 */
export type Command = {
  id: string
  title: string
  group: (typeof GROUPS)[number]
  keys: readonly string[]
  /** Whether its keys work in the middle of typing too; then they must be none that type something. */
  whileTyping?: true
  /** The browser answers its keys with an event of its own, to which the canvas listens; they are left to it. */
  byBrowser?: true
  /** Whether it makes sense now; false greys it out. */
  can(open: OpenMap): boolean
  run(open: OpenMap): void
}

function tool(name: Tool, title: string, key: string): Command {
  return {
    id: `tool.${name}`,
    title,
    group: 'Tools',
    keys: [key],
    can: open => name === 'select' || name === 'hand' || mayEdit(open),
    run: ({ view }) => view.setState({ tool: name, editing: null }),
  }
}

function dialog(
  name: NonNullable<ViewState['dialog']>,
  title: string,
  group: Command['group'],
  keys: string[],
  can: Command['can'],
): Command {
  return { id: `dialog.${name}`, title, group, keys, can, run: ({ view }) => view.setState({ dialog: name }) }
}

const always = () => true

/** Apart from the page, which most people never need it for. */
const scenes = later(() => import('./scenes.ts'))

function knowing(part: KnownPart, title: string): Command {
  const run: Command['run'] = ({ view }) => view.setState({ dialog: 'known', knownAt: { part } })
  return { id: `known.${part}`, title, group: 'View', keys: [], can: always, run }
}

function moving(direction: Direction, title: string): Command {
  return {
    id: `move.${direction}`,
    title,
    group: 'Edit',
    keys: [`Alt+Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`],
    can: open => mayEdit(open) && selectedTouchpoints(open).length > 0,
    run: open => nudge(open, direction),
  }
}

function aligning(how: Parameters<typeof align>[1], title: string): Command {
  return {
    id: `align.${how}`,
    title,
    group: 'Edit',
    keys: [],
    can: open => mayEdit(open) && canAlign(open),
    run: open => align(open, how),
  }
}

function turning(into: Turn): Command {
  return {
    id: `turn.${into}`,
    title: `Turn into ${TURN_WORDS[into].one}`,
    group: 'Edit',
    keys: [],
    can: canTurn,
    run: open => turnSelected(open, into),
  }
}

function looking(
  id: Exclude<keyof CanvasHandle, 'reveal'>,
  title: string,
  keys: readonly string[],
  can: Command['can'] = always,
): Command {
  return { id: `view.${id}`, title, group: 'View', keys, can, run: () => canvasActions[id]() }
}

function textStep(id: string, title: string, key: string, by: 1 | -1): Command {
  return {
    id: `text.${id}`,
    title,
    group: 'View',
    keys: [key],
    can: () => nextTextSize(by) !== undefined,
    run: () => setTextSize(nextTextSize(by) ?? textSize.getState().size),
  }
}

function textOf(size: TextSize): Command {
  return {
    id: `text.${size}`,
    title: TEXT_SIZE_WORDS[size],
    group: 'View',
    keys: [],
    can: () => textSize.getState().size !== size,
    run: () => setTextSize(size),
  }
}

/** Every command; menus, the toolbar, keys and the shortcuts sheet all read this list. */
export const COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+z'],
    can: open => mayEdit(open) && (newestImport(open) !== null || open.session.undo.canUndo()),
    run: open => {
      const imported = newestImport(open)
      if (imported === null) open.session.undo.undo()
      else void takeBackImport(open, imported)
    },
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+z', 'Mod+y'],
    can: open => mayEdit(open) && (nextImportBack(open) !== null || open.session.undo.canRedo()),
    run: open => {
      const imported = nextImportBack(open)
      if (imported === null) open.session.undo.redo()
      else void putBackImport(open, imported)
    },
  },
  {
    id: 'cut',
    title: 'Cut',
    group: 'Edit',
    keys: ['Mod+x'],
    byBrowser: true,
    can: open => mayEdit(open) && canCopy(open),
    run: open => copyByCommand(open, true),
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'Edit',
    keys: ['Mod+c'],
    byBrowser: true,
    can: canCopy,
    run: open => copyByCommand(open, false),
  },
  {
    id: 'paste',
    title: 'Paste',
    group: 'Edit',
    keys: ['Mod+v'],
    byBrowser: true,
    can: mayEdit,
    run: open => void pasteByCommand(open),
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+d'],
    can: open => mayEdit(open) && canCopy(open),
    run: duplicateSelected,
  },
  {
    id: 'delete',
    title: 'Delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    can: open => mayEdit(open) && open.view.getState().selected.length > 0,
    run: open => void removeSelected(open),
  },
  { id: 'select.all', title: 'Select all cards', group: 'Edit', keys: ['Mod+a'], can: always, run: selectAll },
  moving('up', 'Move up in its stack'),
  moving('down', 'Move down in its stack'),
  moving('left', 'Move to the stage before'),
  moving('right', 'Move to the next stage'),
  aligning('left', 'Align at the left'),
  aligning('top', 'Align at the top'),
  aligning('distribute', 'Space evenly downwards'),
  { id: 'tidy', title: 'Tidy cards that overlap', group: 'Edit', keys: ['Shift+t'], can: canTidy, run: tidy },
  {
    id: 'notes.group',
    title: 'Group notes under a heading',
    group: 'Edit',
    keys: ['Mod+g'],
    can: open => mayEdit(open) && canGroup(open),
    run: open => groupNotes(open, readMe()?.name ?? ''),
  },
  {
    id: 'notes.byAuthor',
    title: 'Group notes by author',
    group: 'Edit',
    keys: [],
    can: open => mayEdit(open) && canGroup(open),
    run: open => groupByAuthor(open, readMe()?.name ?? ''),
  },
  {
    id: 'notes.ungroup',
    title: 'Ungroup notes',
    group: 'Edit',
    keys: ['Mod+Shift+g'],
    can: open => mayEdit(open) && canUngroup(open),
    run: ungroupNotes,
  },
  turning('touchpoint'),
  turning('painPoint'),
  turning('opportunity'),
  turning('assumption'),
  tool('select', 'Select', 'v'),
  tool('touchpoint', 'Touchpoint', 't'),
  tool('note', 'Note', 'n'),
  tool('link', 'Link', 'l'),
  tool('hand', 'Hand', 'h'),
  {
    id: 'add.touchpoint',
    title: 'Add a touchpoint',
    group: 'Add',
    keys: ['Enter'],
    can: mayEdit,
    run: addTouchpointAnywhere,
  },
  {
    id: 'add.stage',
    title: 'Add a stage',
    group: 'Add',
    keys: ['Shift+s'],
    can: mayEdit,
    run: open => void addStage(open),
  },
  {
    id: 'add.lane',
    title: 'Add a lane',
    group: 'Add',
    keys: ['Shift+l'],
    can: mayEdit,
    run: open => void addLane(open, 'frontstage'),
  },
  {
    id: 'add.quote',
    title: 'Add a quote to the touchpoint',
    group: 'Add',
    keys: ['q'],
    can: open => (mayEdit(open) || mayContribute(open)) && onlyTouchpoint(open) !== null,
    run: open => {
      const quoteTo = onlyTouchpoint(open)
      if (quoteTo !== null) open.view.setState({ adding: { quoteTo } })
    },
  },
  {
    id: 'tray',
    title: 'Quotes tray',
    group: 'View',
    keys: ['q'],
    can: always,
    run: ({ view }) => view.setState(state => ({ trayOpen: !state.trayOpen })),
  },
  {
    id: 'present',
    title: 'Present',
    group: 'View',
    keys: ['Shift+p'],
    can: always,
    run: open => present(open),
  },
  {
    id: 'storyline',
    title: 'Storyline',
    group: 'View',
    keys: ['y'],
    can: always,
    run: ({ view }) => view.setState(({ storylineOpen }) => ({ storylineOpen: !storylineOpen })),
  },
  {
    id: 'storyline.view',
    title: 'Add this view to the storyline',
    group: 'Add',
    keys: ['Shift+y'],
    can: mayEdit,
    run: open =>
      withPart(scenes, ({ addViewScene }) => {
        addViewScene(open)
        open.view.setState({ storylineOpen: true })
      }),
  },
  {
    id: 'storyline.claim',
    title: 'Add this claim to the storyline',
    group: 'Add',
    keys: [],
    can: open => mayEdit(open) && onlyTouchpoint(open) !== null,
    run: open => {
      const touchpoint = onlyTouchpoint(open)
      if (!touchpoint) return
      withPart(scenes, ({ addClaimScene }) => {
        addClaimScene(open, { touchpoint }, '')
        open.view.setState({ storylineOpen: true })
      })
    },
  },
  {
    id: 'outline',
    title: 'Read as an outline',
    group: 'View',
    keys: [],
    can: always,
    run: ({ id }) => navigate(`/m/${id}/outline`),
  },
  dialog('known', 'What we know', 'View', ['w'], always),
  knowing('promises', 'Promises'),
  knowing('lessons', 'Lessons'),
  knowing('opportunities', 'Opportunities'),
  knowing('compare', 'Compare'),
  dialog('themes', 'Themes in the quotes', 'View', [], always),
  dialog('filter', 'Filter quotes', 'View', ['f'], always),
  looking('fit', 'Fit the whole map', ['1']),
  looking('zoomToSelection', 'Zoom to the selection', ['2'], open => open.view.getState().selected.length > 0),
  looking('zoomTo100', 'Zoom to 100 %', ['0']),
  looking('zoomIn', 'Zoom in', ['+', '=']),
  looking('zoomOut', 'Zoom out', ['-']),
  textStep('larger', 'Larger text', '>', 1),
  textStep('smaller', 'Smaller text', '<', -1),
  ...TEXT_SIZES.map(textOf),
  { id: 'minimap', title: 'Show or hide the minimap', group: 'View', keys: ['m'], can: always, run: toggleMinimap },
  {
    id: 'minimap.focus',
    title: 'Move the view on the minimap',
    group: 'View',
    keys: ['Shift+m'],
    can: always,
    run: goToMinimap,
  },
  {
    id: 'lock',
    title: 'Lock the map for others',
    group: 'Map',
    keys: [],
    can: open => reaches(open.role, 'facilitator') && !open.session.workshop.locked,
    run: open => void lock(open, true),
  },
  {
    id: 'unlock',
    title: 'Unlock the map',
    group: 'Map',
    keys: [],
    can: open => reaches(open.role, 'facilitator') && open.session.workshop.locked,
    run: open => void lock(open, false),
  },
  dialog('import', 'Import quotes', 'Map', ['Mod+i'], mayEdit),
  dialog('share', 'Share', 'Map', [], open => reaches(open.role, 'facilitator')),
  dialog('export', 'Export', 'Map', ['Mod+e'], always),
  dialog('history', 'History', 'Map', [], always),
  dialog('customers', 'Customers', 'Map', [], always),
  dialog('sources', 'Sources', 'Map', [], always),
  { ...dialog('palette', 'Find anything', 'Help', ['Mod+k'], always), whileTyping: true },
  dialog('shortcuts', 'Keyboard shortcuts', 'Help', ['?'], always),
]

const BY_ID = new Map(COMMANDS.map(command => [command.id, command]))

/** The command of an id; throws for an unknown one, which is our own mistake. */
export function command(id: string): Command {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`There is no command called ${id}`)
  return found
}
