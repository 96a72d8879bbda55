import { PLACES, type PlaceKeys } from '../../commands/placeKeys.ts'
import { COMMANDS, GROUPS } from '../../commands/registry.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ShortcutsDialog.module.css'

/** Every command that has a key, read from the registry, and the keys that mean something in one place only. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it does not fit, keys scroll it. */}
      <section className={styles.groups} aria-label="All shortcuts" tabIndex={0}>
        {GROUPS.map(group => (
          <Keys
            key={group}
            heading={group}
            entries={COMMANDS.filter(one => one.group === group && one.keys.length > 0)}
          />
        ))}
        {PLACES.map(({ heading, keys }) => (
          <Keys key={heading} heading={heading} entries={keys} />
        ))}
      </section>
    </Dialog>
  )
}

function Keys({ heading, entries }: { heading: string; entries: readonly PlaceKeys[] }) {
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{heading}</h3>
      <dl>
        {entries.map(({ title, keys }) => (
          <div key={title} className={styles.row}>
            <dt>{title}</dt>
            <dd className={styles.keys}>
              {keys.map(key => (
                <Kbd key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
