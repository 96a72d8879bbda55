import type { KnownPart } from '../store/viewState.ts'
import { navigate } from '../ui/history.ts'
import { always, type Command, dialog } from './Command.ts'
import { type CanvasHandle, canvasActions } from './canvasControls.ts'
import { goToMinimap, toggleMinimap } from './minimap.ts'
import { present } from './presenting.ts'
import { nextTextSize, setTextSize, TEXT_SIZE_WORDS, TEXT_SIZES, type TextSize, textSize } from './textSize.ts'

function knowing(part: KnownPart, title: string): Command {
  const run: Command['run'] = ({ view }) => view.setState({ dialog: 'known', knownAt: { part } })
  return { id: `known.${part}`, title, group: 'View', keys: [], can: always, run }
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

/** What shows the map in another way, or something beside it. */
export const VIEW_COMMANDS: readonly Command[] = [
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
  knowing('themes', 'Themes in the quotes'),
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
]
