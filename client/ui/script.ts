/** A part of the app with a file of its own, loaded when it is first asked for. */
export type Script<M> = {
  /** What it holds; null until it is here. */
  here(): M | null
  /** Rejects when it can't be loaded; the next call tries again. */
  load(): Promise<M>
}

/** Declares one by what imports it. */
export function script<M>(imported: () => Promise<M>): Script<M> {
  let here: M | null = null
  return {
    here: () => here,
    load: async () => {
      here ??= await imported()
      return here
    },
  }
}
