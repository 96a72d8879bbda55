import ArrowLeft from 'lucide-react/icons/arrow-left'
import Plus from 'lucide-react/icons/plus'
import { useMemo, useState } from 'react'
import { NO_FILTER } from '#shared/model/evidence/filter.ts'
import { heardFrom } from '#shared/model/evidence/heardFrom.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { command } from '../../commands/registry.ts'
import { remove } from '../../commands/remove.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import { spokenQuotes } from '../tray/trayQuotes.ts'
import { SourceForm } from './SourceForm.tsx'
import { SourceRow } from './SourceRow.tsx'
import styles from './sources.module.css'

/** What stands for a source that is not on the map yet. */
const NEW = KINDS.sources.make({ id: '-new-' })

/** Where the quotes of the map come from: how and when they were collected, by whom, and how many were asked. */
export function SourcesDialog({ onClose }: { onClose(): void }) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const [shown, setShown] = useState<string | null>(null)
  const heard = useMemo(() => heardFrom(map), [map])
  const quotes = useMemo(() => Map.groupBy(spokenQuotes(map), quote => quote.source), [map])
  // A colleague may delete the one that is looked at.
  const source = shown === NEW.id ? NEW : lookUp(map.sources, shown)
  const countOf = (id: string) => ({ heard: heard.get(id) ?? 0, quotes: quotes.get(id)?.length ?? 0 })
  const without = quotes.get(null)?.length ?? 0
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title={source === NEW ? 'New source' : source ? KINDS.sources.title(source) : 'Sources'}
      {...(source
        ? {}
        : { description: 'Surveys, interviews, panel sessions, review sites: where the quotes come from.' })}
      {...(source || !canEdit
        ? {}
        : {
            footer: (
              <Button icon={<Plus size={15} />} onClick={() => setShown(NEW.id)}>
                New source
              </Button>
            ),
          })}
    >
      {source ? (
        <div className={styles.page}>
          <div>
            <Button variant="quiet" size="small" icon={<ArrowLeft size={15} />} onClick={() => setShown(null)}>
              All sources
            </Button>
          </div>
          <SourceForm
            key={source.id}
            source={source}
            isNew={source === NEW}
            {...countOf(source.id)}
            onSaved={() => setShown(null)}
            onShow={() => {
              open.view.setState({ filter: { ...NO_FILTER, sources: [source.id] } })
              onClose()
            }}
            onRemove={() => {
              remove(open, 'sources', [source.id])
              setShown(null)
              toast('Source deleted. Its quotes stay.', {
                id: 'source',
                action: { label: 'Undo', onPress: () => command('undo').run(open) },
              })
            }}
          />
        </div>
      ) : (
        <>
          {map.sources.length === 0 && (
            <EmptyState>
              No source is known yet. Importing a file makes one; so can you, to say how many were asked.
            </EmptyState>
          )}
          <ul className={styles.list}>
            {map.sources.map(one => (
              <SourceRow key={one.id} source={one} {...countOf(one.id)} onOpen={() => setShown(one.id)} />
            ))}
          </ul>
          {without > 0 && map.sources.length > 0 && (
            <p className={styles.quiet}>{countWords(without, 'quote')} without a source.</p>
          )}
        </>
      )}
    </Dialog>
  )
}
