/** What of a map's past is kept, in milliseconds of age or distance, with the reason. */

const HOUR = 60 * 60 * 1_000
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

/** Between versions that are kept by themselves: what is lost by going back to one is an hour's work at most. */
export const VERSION_EVERY = HOUR
/** So long everything is kept: somebody who restores the wrong version wants the one before it back. */
export const ALL_FOR = DAY
/** So long one a day is kept, then one a week: “as it was last month” is asked for by the day, older by the season. */
export const DAILY_FOR = 30 * DAY

/** Versions that were made in one day without a name: a script that restores over and over must not fill the disk. */
export const MAX_OF_A_DAY = 100
/** Versions with a name, which are kept for good. */
export const MAX_NAMED = 200
