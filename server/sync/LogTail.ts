import { TAIL_BYTES, TAIL_ENTRIES } from './limits.ts'

/** What a map's log holds beyond its newest snapshot, which compaction folds away. */
export class LogTail {
  #entries: number
  #bytes: number
  readonly #compact: () => Promise<unknown>
  readonly #troubled: (what: string, details: Record<string, unknown>) => void

  constructor(
    { entries, bytes }: { readonly entries: number; readonly bytes: number },
    compact: () => Promise<unknown>,
    troubled: (what: string, details: Record<string, unknown>) => void,
  ) {
    this.#entries = entries
    this.#bytes = bytes
    this.#compact = compact
    this.#troubled = troubled
  }

  get entries(): number {
    return this.#entries
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Another entry of so many bytes stands in the log. */
  grewBy(bytes: number): void {
    this.#entries += 1
    this.#bytes += bytes
  }

  /** Whether it is more than so many times as long as is folded away when a map is left. */
  isOver(times: number): boolean {
    return this.#entries > times * TAIL_ENTRIES || this.#bytes > times * TAIL_BYTES
  }

  /** Folds it into a snapshot where it got long. Never rejects. */
  async fold(): Promise<void> {
    if (!this.isOver(1)) return
    this.#entries = 0
    this.#bytes = 0
    try {
      await this.#compact()
    } catch (error) {
      this.#troubled('could not compact the log', { error: String(error) })
    }
  }
}
