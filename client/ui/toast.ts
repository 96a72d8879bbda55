export type ToastOptions = {
  tone?: 'plain' | 'done' | 'error'
  /** A second line. */
  detail?: string
  /** One thing to do about it, such as undo. */
  action?: { label: string; onPress(): void }
  /** Saying the same thing again replaces what stands there instead of stacking. */
  id?: string
}

/**
 * Says one sentence in the corner of the page. What is said goes after a while; errors stay until they are closed.
 * The part that shows it is loaded when something is said for the first time, or ahead by `prepareToasts`.
 */
export function toast(sentence: string, options: ToastOptions = {}): void {
  void import('./Toasts.tsx').then(({ showToast }) => showToast(sentence, options))
}

/** Loads what shows toasts ahead, for pages on which the most important one is that the server is away. */
export async function prepareToasts(): Promise<void> {
  await import('./Toasts.tsx')
}
