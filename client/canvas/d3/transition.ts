import { select, selection } from 'd3-selection'

/** Called when a move begins; what it gives is called with the share of the move that is done, 0 to 1. */
type Tween = (this: Element) => (share: number) => void
type Listener = (this: Element) => void

/** The move of each element that is under way or about to begin. */
const moves = new WeakMap<Element, Transition>()

/**
 * Stands in for the `d3-transition` that React Flow's zoom imports, by an alias in `vite.config.ts`, and does the part
 * of it that zooming asks for. Of all that d3 can move only the viewport ever moves here; the rest, with its colours
 * and paths, would be 8 kB more before the first sight of a map.
 *
 * One move of one element, from the next frame on. A newer one of the same element interrupts it.
 */
class Transition {
  private readonly element: Element
  private readonly listeners: { type: string; listener: Listener }[] = []
  private readonly tweens: Tween[] = []
  private milliseconds = 250
  private eased = (share: number) => share
  private steps: ReturnType<Tween>[] | null = null
  private frame: number

  constructor(element: Element) {
    this.element = element
    interrupt(element)
    moves.set(element, this)
    const begun = performance.now()
    const step = () => {
      this.begin()
      const share = Math.min(1, (performance.now() - begun) / this.milliseconds)
      for (const go of this.steps ?? []) if (this.isOn()) go(share === 1 ? 1 : this.eased(share))
      // Whoever saw this step may have interrupted it.
      if (!this.isOn()) return
      if (share < 1) this.frame = requestAnimationFrame(step)
      else this.leave('end')
    }
    this.frame = requestAnimationFrame(step)
  }

  duration(milliseconds: number): this {
    this.milliseconds = milliseconds
    return this
  }

  ease(eased: (share: number) => number): this {
    this.eased = eased
    return this
  }

  /** `types` are `start`, `interrupt` and `end`, set apart by spaces; a name may follow each behind a dot. */
  on(types: string, listener: Listener): this {
    for (const type of types.split(' ')) this.listeners.push({ type: type.replace(/\..*/, ''), listener })
    return this
  }

  tween(_name: string, tween: Tween): this {
    this.tweens.push(tween)
    return this
  }

  selection() {
    return select(this.element)
  }

  /** Nobody hears of one that had not begun. */
  interrupt(): void {
    cancelAnimationFrame(this.frame)
    if (this.steps === null) moves.delete(this.element)
    else this.leave('interrupt')
  }

  private isOn(): boolean {
    return moves.get(this.element) === this
  }

  private begin(): void {
    if (this.steps !== null) return
    this.steps = []
    this.tell('start')
    if (this.isOn()) this.steps = this.tweens.map(tween => tween.call(this.element))
  }

  private leave(how: 'interrupt' | 'end'): void {
    moves.delete(this.element)
    this.tell(how)
  }

  private tell(what: string): void {
    for (const { type, listener } of this.listeners) if (type === what) listener.call(this.element)
  }
}

/** Ends the move of an element where it is. */
export function interrupt(element: Element): void {
  moves.get(element)?.interrupt()
}

selection.prototype.interrupt = function () {
  return this.each(function (this: Element) {
    interrupt(this)
  })
}
selection.prototype.transition = function () {
  return new Transition(this.node())
}
