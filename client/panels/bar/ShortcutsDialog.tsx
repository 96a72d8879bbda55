import { COMMANDS, GROUPS } from '../../commands/registry.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ShortcutsDialog.module.css'

/** Every command that has a key, read from the registry. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts">
      <div className={styles.groups}>
        {GROUPS.map(group => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {COMMANDS.filter(command => command.group === group && command.keys.length > 0).map(
                ({ id, title, keys }) => (
                  <div key={id} className={styles.row}>
                    <dt>{title}</dt>
                    <dd className={styles.keys}>
                      {keys.map(key => (
                        <Kbd key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ),
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
