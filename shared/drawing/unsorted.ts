/** The name over cards that have no stage or lane. */
export const UNSORTED = 'Unsorted'
