import * as Y from 'yjs'
import { encodeStep2, encodeUpdate } from '#shared/protocol/messages.ts'
import { SINCE_BYTES, SINCE_UPDATES } from './limits.ts'

/**
 * A document as it is sent to those who have nothing of it. Encoding a large map takes as long as a thousand edits, so
 * it is done once and kept; what was written since goes out as a second message behind it.
 */
export class Encoded {
  readonly #doc: () => Y.Doc
  #whole: Uint8Array | null = null
  #since: Uint8Array[] = []
  #bytes = 0
  /** What was written since, as one message. */
  #rest: Uint8Array | null = null

  constructor(doc: () => Y.Doc) {
    this.#doc = doc
  }

  /** The frames to be sent, in this order; everybody gets the same ones. */
  frames(): readonly Uint8Array[] {
    if (this.#since.length > SINCE_UPDATES || this.#bytes > SINCE_BYTES) this.forget()
    this.#whole ??= encodeStep2(Y.encodeStateAsUpdate(this.#doc()))
    if (this.#since.length === 0) return [this.#whole]
    this.#rest ??= encodeUpdate(Y.mergeUpdates(this.#since))
    return [this.#whole, this.#rest]
  }

  /** The document took this in. */
  grewBy(update: Uint8Array): void {
    if (!this.#whole || this.#bytes > SINCE_BYTES) return
    this.#since.push(update)
    this.#bytes += update.byteLength
    this.#rest = null
  }

  forget(): void {
    this.#whole = null
    this.#since = []
    this.#bytes = 0
    this.#rest = null
  }
}
