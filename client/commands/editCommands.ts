import { readMe } from '../api/me.ts'
import { mayEdit } from '../store/rights.ts'
import type { Turn } from '../store/viewState.ts'
import { later, withPart } from '../ui/Later.tsx'
import { align, canAlign, type Direction, nudge, selectAll } from './arrange.ts'
import { always, type Command } from './Command.ts'
import { canCopy, duplicateSelected } from './clipboard.ts'
import { copyByCommand, pasteByCommand } from './clipboardEvents.ts'
import { newestImport, nextImportBack } from './imports.ts'
import { canGroup, canUngroup, groupByAuthor, groupNotes, ungroupNotes } from './noteGroups.ts'
import { removeSelected } from './remove.ts'
import { canTidy, tidy } from './tidy.ts'
import { selectedTouchpoints } from './touchpoints.ts'
import { canTurn, TURN_WORDS, turnSelected } from './turns.ts'

const takingBack = later(() => import('./takeBackImport.ts'))

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

/** What changes what is there. */
export const EDIT_COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+z'],
    can: open => mayEdit(open) && (newestImport(open) !== null || open.session.undo.canUndo()),
    run: open => {
      const imported = newestImport(open)
      if (imported === null) open.session.undo.undo()
      else withPart(takingBack, ({ takeBackImport }) => void takeBackImport(open, imported))
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
      else withPart(takingBack, ({ putBackImport }) => void putBackImport(open, imported))
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
]
