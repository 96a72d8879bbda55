/** Strokes in a square of 24, by what their button does. */
const PATHS = {
  previous: 'M15 18l-6-6 6-6',
  next: 'M9 18l6-6-6-6',
  down: 'M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2zM8 8v4M8 8h2v2H8M14 8v4M14 8h2v2h-2',
  smaller: 'M4 18l4-10 4 10M5.4 14.5h5.2M15 12h6',
  larger: 'M3 18l5-12 5 12M4.7 14h6.6M18 9v6M15 12h6',
  colours: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18M12 7a5 5 0 0 1 0 10',
  black: 'M3 4h18v12H3zM8 20h8M12 16v4',
  fullScreen: 'M8 3H5a2 2 0 0 0-2 2v3M21 8V5a2 2 0 0 0-2-2h-3M3 16v3a2 2 0 0 0 2 2h3M16 21h3a2 2 0 0 0 2-2v-3',
  list: 'M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01',
  laser: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 12h.01',
  close: 'M18 6L6 18M6 6l12 12',
} as const

export function icon(name: keyof typeof PATHS): string {
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`
}
