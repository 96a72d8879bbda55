import { Hints } from '../hints/Hints.tsx'
import styles from './Corner.module.css'
import { KeepLink } from './KeepLink.tsx'

/** What is said quietly beside a map, at its lower left: it covers no button and takes no focus. */
export function Corner() {
  return (
    <div className={styles.corner}>
      <Hints />
      <KeepLink />
    </div>
  )
}
