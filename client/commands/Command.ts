import type { OpenMap } from '../store/MapContext.tsx'
import type { ViewState } from '../store/viewState.ts'

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

/** For what makes sense whatever is selected and whoever asks. */
export const always = () => true

/** What opens a dialog or a view over the map. */
export function dialog(
  name: NonNullable<ViewState['dialog']>,
  title: string,
  group: Command['group'],
  keys: string[],
  can: Command['can'],
): Command {
  return { id: `dialog.${name}`, title, group, keys, can, run: ({ view }) => view.setState({ dialog: name }) }
}
