import { cx } from './cx.ts'
import styles from './Kbd.module.css'

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
const APPLE_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' }
const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** Keys joined by `+`, each as it stands on this keyboard; `Mod` is ⌘ on Apple's and Ctrl elsewhere: `Mod+Shift+z`. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx(styles.keys, className)}>
      {keys.split(/(?<=.)\+/).map(key => (
        <kbd key={key} className={styles.key}>
          {(isApple && APPLE_SIGNS[key]) || SIGNS[key] || (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  )
}
