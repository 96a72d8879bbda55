import { COMMANDS } from '../../commands/registry.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ShortcutsDialog.module.css'

/** A key as `Kbd` shows it. */
function shown(keys: string): string {
  return keys
    .split('+')
    .map(key => (key.length === 1 ? key.toUpperCase() : key))
    .join('+')
}

/** Every command that has a key, read from the registry. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" size="small">
      <dl className={styles.list}>
        {COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id, title, keys }) => (
          <div key={id} className={styles.row}>
            <dt>{title}</dt>
            <dd className={styles.keys}>
              {keys.map(key => (
                <Kbd key={key} keys={shown(key)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
