import Download from 'lucide-react/icons/download'
import { saveFile } from '../../api/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import type { LeftOut as Row } from './ImportTable.ts'
import styles from './import.module.css'
import { leftOutCsv } from './leftOutCsv.ts'

/** Rows that are listed here; the file to download has all of them. */
const LISTED = 100

export type LeftOutProps = {
  /** The first rows, in the order of the file. */
  rows: readonly Row[]
  /** How many there are in all. */
  count: number
  /** The name of the file that they are from. */
  name: string
  all(): Promise<readonly Row[]>
}

/** Every row that is not taken, by its line in the file, with the reason. */
export function LeftOut({ rows, count, name, all }: LeftOutProps) {
  if (count === 0) return null
  const save = async () => {
    const text = leftOutCsv(await all())
    saveFile(new Blob([text], { type: 'text/csv' }), `${name.replace(/\.[^.]*$/, '')} - left out.csv`)
  }
  return (
    <details className={styles.leftOut}>
      <summary>
        {count === 1 ? '1 row is not taken' : `${count.toLocaleString('en-GB')} rows are not taken`}, with the reason
        for each
      </summary>
      <Button size="small" icon={<Download />} onClick={() => void save()}>
        Download the list
      </Button>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, LISTED).map(({ row, reason }) => (
            <tr key={`${row} ${reason}`}>
              <td>{row.toLocaleString('en-GB')}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > LISTED && <p className={styles.quiet}>The first {LISTED} are shown; the list to download has all.</p>}
    </details>
  )
}
