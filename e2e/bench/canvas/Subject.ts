import type { Page } from '@playwright/test'
import type { Board, Gesture } from './gestures.ts'
import type { Plan, ViewName } from './plan.ts'

/** A system that is measured, started once for all sizes of a board. */
export type Subject = {
  readonly name: string
  /** Puts the cards on a board; answers where it is. */
  prepare(plan: Plan): Promise<Prepared>
  stop(): Promise<unknown>
}

export type Prepared = {
  readonly url: string
  /** Prepares a page for what it will load. */
  before(page: Page): Promise<unknown>
  /** Resolves once the board can be used. */
  ready(page: Page): Promise<unknown>
  /** How far the wheel turns so that thirty steps zoom to somewhat less than half. */
  readonly turn: number
  /** Brings a part into view; of the 200 cards, all are selected then. */
  look(board: Board, view: ViewName): Promise<unknown>
  /** What only this one can be asked to do. */
  readonly more: readonly Gesture[]
  /** Ends what was prepared for this board. */
  end(): Promise<unknown>
}
