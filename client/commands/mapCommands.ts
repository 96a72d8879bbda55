import { reaches } from '#shared/model/roles.ts'
import { mayEdit } from '../store/rights.ts'
import { always, type Command, dialog } from './Command.ts'
import { lock } from './lock.ts'

/** What is about the map as a whole, and help. */
export const MAP_COMMANDS: readonly Command[] = [
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
