import type { Promised } from '../kinds.ts'

/**
 * How a promise stands on a day, computed from its dates and never typed. `open`: nothing is dated yet. `kept`: nothing
 * is asked for now. `due`: its next check is near or today. `overdue`: that day has passed. `broken`: a whole check was
 * left out, or the last one says that the promise was not kept.
 */
export type PromiseStatus = 'open' | 'kept' | 'due' | 'overdue' | 'broken'

/** From the most urgent. */
export const URGENCY: readonly PromiseStatus[] = ['broken', 'overdue', 'due', 'open', 'kept']

export type Check = Promised['checks'][number]

export type PromiseState = {
  readonly status: PromiseStatus
  /** ISO day of the next check; null for a promise without a rhythm or without any date. */
  readonly dueOn: string | null
  /** Days from today to that day; below zero it has passed. Null without one. */
  readonly days: number | null
  /** The last check that has taken place. */
  readonly last: Check | null
  /** Whether the last check says that the promise was not kept; missing a check says so too, but is told otherwise. */
  readonly failed: boolean
}

/** Days before a check from which it is near, at most a quarter of the rhythm. */
const NEAR = 7
const NEAR_PART = 4

const DAY = 86_400_000

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** The ISO day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Of checks on one day the later in the list; those without a day, or of a day to come, are none that took place. */
export function lastCheck(checks: readonly Check[], today: string): Check | null {
  let last: Check | null = null
  for (const check of checks) {
    if (check.on === null || check.on > today) continue
    if (last === null || check.on >= (last.on ?? '')) last = check
  }
  return last
}

/** How a promise stands on an ISO day. Its clock starts with the last check, else with the day it was made. */
export function promiseState({ checks, everyDays, madeOn }: Promised, today: string): PromiseState {
  const last = lastCheck(checks, today)
  const failed = last !== null && !last.kept
  const start = last?.on ?? madeOn
  if (start === null) return { status: 'open', dueOn: null, days: null, last, failed }
  if (everyDays === null) return { status: failed ? 'broken' : 'kept', dueOn: null, days: null, last, failed }
  const dueOn = daysAfter(start, everyDays)
  const days = daysBetween(today, dueOn)
  return { status: failed ? 'broken' : statusOf(days, everyDays), dueOn, days, last, failed }
}

function statusOf(days: number, everyDays: number): PromiseStatus {
  if (-days >= everyDays) return 'broken'
  if (days < 0) return 'overdue'
  return days <= Math.min(NEAR, Math.floor(everyDays / NEAR_PART)) ? 'due' : 'kept'
}

/** Of how many asked how many would return or refer. */
export type Returning = { readonly asked: number; readonly would: number; readonly on: string | null }

/** The last time that somebody was asked at the end; null where nobody was. More than were asked can't have said yes. */
export function returning({ checks }: Promised, today: string): Returning | null {
  const asked = checks.filter(check => (check.asked ?? 0) > 0 && (check.on ?? '') <= today)
  const last = lastCheck(asked, today) ?? asked.at(-1)
  if (!last) return null
  const { asked: many = 0, would, on } = last
  return { asked: many ?? 0, would: Math.min(would ?? 0, many ?? 0), on }
}
