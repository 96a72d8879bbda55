/**
 * Where this browser's edits are. `saved`: on the server's disk. `saving`: sent and not yet confirmed.
 * `offline`: kept in this browser until the connection is back. `refused`: the server did not take them.
 */
export type SavedState =
  | { state: 'opening' }
  | { state: 'saved' }
  | { state: 'saving' }
  | { state: 'offline'; unsaved: boolean }
  | { state: 'refused'; code: number; reason: string }

export const OPENING: SavedState = { state: 'opening' }
