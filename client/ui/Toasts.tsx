import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { toast as sonner, Toaster } from 'sonner'
import styles from './Toasts.module.css'
import { useTheme } from './theme.ts'
import type { ToastOptions } from './toast.ts'

/** Long enough to read two sentences and to reach a button. */
const STAYS_MS = 7_000

let isMounted = false

/** What stands on the page now, by the ids that callers give. */
const standing = new Map<string, number | string>()

/** Use `toast` of toast.ts, which loads this on first need. */
export function showToast(sentence: string, { tone = 'plain', detail, action, id }: ToastOptions): void {
  mount()
  const say = tone === 'error' ? sonner.error : tone === 'done' ? sonner.success : sonner
  // One that is already leaving would take what is said over it along, and its button would stay under other words: so
  // the new one is another toast, and the old one goes.
  const before = id === undefined ? undefined : standing.get(id)
  if (before !== undefined) sonner.dismiss(before)
  const shown = say(sentence, {
    duration: tone === 'error' ? Number.POSITIVE_INFINITY : STAYS_MS,
    ...(detail === undefined ? {} : { description: detail }),
    ...(action ? { action: { label: action.label, onClick: action.onPress } } : {}),
  })
  if (id !== undefined) standing.set(id, shown)
}

/** In a root of its own, so that any part of the app can say something without being inside a provider. */
function mount(): void {
  if (isMounted) return
  isMounted = true
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  flushSync(() => root.render(<ThemedToaster />))
}

function ThemedToaster() {
  const { shown } = useTheme()
  return (
    <Toaster
      theme={shown}
      position="bottom-center"
      closeButton
      expand
      gap={8}
      toastOptions={{ className: styles.toast ?? '', unstyled: false }}
      className={styles.toaster ?? ''}
    />
  )
}
