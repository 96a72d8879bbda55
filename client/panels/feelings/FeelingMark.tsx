import styles from './feelings.module.css'
import { feelingColor, feelingNumber, feelingWord } from './feelingWords.ts'

/** A customer's feeling, in ink: a filled pill with its number; the word is on hover and read out. */
export function FeelingMark({ feeling }: { feeling: number }) {
  return (
    <span
      className={styles.mark}
      style={{ background: feelingColor(feeling) }}
      role="img"
      aria-label={`feeling ${feelingWord(feeling)}, ${feelingNumber(feeling)}`}
      title={`Felt ${feelingWord(feeling)}`}
    >
      {feelingNumber(feeling)}
    </span>
  )
}
