/** The buffers in which these bytes lie, each once, to be moved to another thread. */
export function sharedBuffers(list: readonly Uint8Array[]): ArrayBuffer[] {
  return [...new Set(list.map(({ buffer }) => buffer as ArrayBuffer))]
}
