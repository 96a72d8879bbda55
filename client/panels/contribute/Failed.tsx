import CircleAlert from 'lucide-react/icons/circle-alert'
import styles from './contribute.module.css'

/** Why something did not reach the server, read out at once. */
export function Failed({ failure }: { failure: string | null }) {
  return (
    <div role="alert">
      {failure !== null && (
        <p className={styles.failure}>
          <CircleAlert aria-hidden="true" />
          {failure}
        </p>
      )}
    </div>
  )
}
