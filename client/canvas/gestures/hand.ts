/** What is held by a gesture: the records that it is about, and how it is given up without a trace. */
export type Holding = { readonly ids: readonly string[]; cancel(): void }

/** One person's hand on one canvas: it holds at most one thing at a time. */
export type Hand = {
  /** Takes hold of something; what was held before is given up. Returns what lets go after the gesture has ended. */
  hold(holding: Holding): () => void
  /** Gives up what is held. Returns whether there was anything. */
  cancel(): boolean
  /** The records that are held. */
  ids(): readonly string[]
}

export function createHand(): Hand {
  let held: Holding | null = null
  const cancel = () => {
    const before = held
    held = null
    before?.cancel()
    return before !== null
  }
  return {
    hold(holding) {
      cancel()
      held = holding
      return () => {
        if (held === holding) held = null
      }
    },
    cancel,
    ids: () => held?.ids ?? [],
  }
}
