import { createStore } from 'zustand/vanilla'

/** What can be asked of the canvas that is on the page. */
export type CanvasHandle = {
  fit(): void
  zoomIn(): void
  zoomOut(): void
  zoomTo100(): void
  /** Shows what is selected as large as it fits. */
  zoomToSelection(): void
  /** Brings a card, a note, a stage or a lane into view and gives it the focus where it can have one. */
  reveal(id: string): void
}

/** `zoom` in whole per cent, for whoever shows it. */
export type CanvasControls = { handle: CanvasHandle | null; percent: number }

/** The canvas that is on the page, if there is one. */
export const canvasControls = createStore<CanvasControls>(() => ({ handle: null, percent: 100 }))

/** Makes a canvas the one on the page. Returns what takes it away. */
export function registerCanvas(handle: CanvasHandle): () => void {
  canvasControls.setState({ handle })
  return () => {
    if (canvasControls.getState().handle === handle) canvasControls.setState({ handle: null })
  }
}

/** The same, for buttons, menus and keys; they do nothing where no canvas is. */
export const canvasActions: CanvasHandle = {
  fit: () => canvasControls.getState().handle?.fit(),
  zoomIn: () => canvasControls.getState().handle?.zoomIn(),
  zoomOut: () => canvasControls.getState().handle?.zoomOut(),
  zoomTo100: () => canvasControls.getState().handle?.zoomTo100(),
  zoomToSelection: () => canvasControls.getState().handle?.zoomToSelection(),
  reveal: id => canvasControls.getState().handle?.reveal(id),
}
