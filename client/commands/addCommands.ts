import { mayContribute, mayEdit } from '../store/rights.ts'
import type { Tool } from '../store/viewState.ts'
import type { Command } from './Command.ts'
import { addLane, addStage } from './grid.ts'
import { claimToStoryline, viewToStoryline } from './toStoryline.ts'
import { addTouchpointAnywhere, onlyTouchpoint } from './touchpoints.ts'

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

/** The tools in hand, and what adds something at once. */
export const ADD_COMMANDS: readonly Command[] = [
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
    id: 'storyline.view',
    title: 'Add this view to the storyline',
    group: 'Add',
    keys: ['Shift+y'],
    can: mayEdit,
    run: viewToStoryline,
  },
  {
    id: 'storyline.claim',
    title: 'Add this claim to the storyline',
    group: 'Add',
    keys: [],
    can: open => mayEdit(open) && onlyTouchpoint(open) !== null,
    run: open => {
      const touchpoint = onlyTouchpoint(open)
      if (touchpoint) claimToStoryline(open, { touchpoint })
    },
  },
]
