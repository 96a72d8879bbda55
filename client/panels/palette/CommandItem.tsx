import { Command as Cmdk } from 'cmdk'
import type { Command } from '../../commands/registry.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './Palette.module.css'

/** Something to do, with its first key. */
export function CommandItem({
  command: { id, title, keys },
  disabled,
  onChoose,
}: {
  command: Command
  disabled: boolean
  onChoose(): void
}) {
  const [key] = keys
  return (
    <Cmdk.Item value={id} disabled={disabled} onSelect={onChoose} className={styles.item}>
      <span className={styles.words}>{title}</span>
      {disabled && <span className={styles.detail}>Not now</span>}
      {key !== undefined && <Kbd keys={key} />}
    </Cmdk.Item>
  )
}
