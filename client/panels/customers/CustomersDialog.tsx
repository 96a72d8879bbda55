import { useEffect, useMemo, useRef, useState } from 'react'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CustomerList } from './CustomerList.tsx'
import { CustomerPage } from './CustomerPage.tsx'
import { customerRows, type Sort, whoSpoke } from './customerRows.ts'
import { type Done, DoneLine } from './DoneLine.tsx'
import { MergeForm } from './MergeForm.tsx'
import { Removal, type RemovalOf } from './Removal.tsx'

/** What the dialog shows. */
type Screen =
  | { name: 'list' }
  | { name: 'customer'; id: string }
  | { name: 'merge'; ids: readonly string[] }
  | ({ name: 'removal' } & RemovalOf)

const NOBODY: ReadonlySet<string> = new Set()

/** Everybody who spoke: who they are, what they said, and what must not be kept of them. */
export function CustomersDialog({ onClose }: { onClose(): void }) {
  const { session } = useOpenMap()
  const map = useMap(view => view.map)
  const rows = useMemo(() => customerRows(map), [map])
  const [asked, setScreen] = useState<Screen>({ name: 'list' })
  const [wanted, setWanted] = useState('')
  const [sort, setSort] = useState<Sort>({ by: 'name', down: false })
  const [marked, setMarked] = useState(NOBODY)
  const [done, setDone] = useState<Done | null>(null)
  const say = (words: string) => setDone({ words, depth: session.undo.depth() })
  const chosen = useMemo(() => new Set([...marked].filter(id => lookUp(map.customers, id))), [map.customers, marked])
  // A colleague may merge or erase whoever is looked at.
  const isThere = !('id' in asked) || lookUp(map.customers, asked.id) !== undefined
  const screen: Screen = isThere ? asked : { name: 'list' }
  const body = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus is gone with the screen before
  useEffect(() => {
    const isInside = body.current?.contains(document.activeElement) ?? true
    if (!first.current && !isInside) body.current?.focus({ preventScroll: true })
    first.current = false
  }, [screen.name])

  const nameOf = (id: string) => rows.find(({ customer }) => customer.id === id)?.name ?? ''
  const title = () => {
    switch (screen.name) {
      case 'list':
        return 'Customers'
      case 'customer':
        return nameOf(screen.id)
      case 'merge':
        return `Are these ${screen.ids.length} one person?`
      case 'removal':
        return screen.what === 'erase' ? `Erase ${nameOf(screen.id)}?` : `${nameOf(screen.id)} withdraws consent?`
    }
  }
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title={title()}
      size={screen.name === 'merge' || screen.name === 'removal' ? 'medium' : 'large'}
      {...(screen.name === 'list'
        ? { description: `${whoSpoke(rows)}. Each counts once, however much they said.` }
        : {})}
    >
      <div ref={body} tabIndex={-1} style={{ outline: 'none' }}>
        {done && <DoneLine done={done} onUndone={() => setDone(null)} />}
        {screen.name === 'list' && (
          <CustomerList
            {...{ rows, wanted, sort, chosen }}
            onWanted={setWanted}
            onSort={setSort}
            onChoose={setMarked}
            onOpen={id => setScreen({ name: 'customer', id })}
            onMerge={() => setScreen({ name: 'merge', ids: [...chosen] })}
          />
        )}
        {screen.name === 'customer' && (
          <CustomerPage
            key={screen.id}
            id={screen.id}
            onBack={() => setScreen({ name: 'list' })}
            onOpen={id => setScreen({ name: 'customer', id })}
            onSplit={say}
            onRemove={what => setScreen({ name: 'removal', what, id: screen.id })}
          />
        )}
        {screen.name === 'merge' && (
          <MergeForm
            rows={rows.filter(({ customer }) => screen.ids.includes(customer.id))}
            onDone={words => {
              say(words)
              setMarked(NOBODY)
              setScreen({ name: 'list' })
            }}
            onCancel={() => setScreen({ name: 'list' })}
          />
        )}
        {screen.name === 'removal' && (
          <Removal
            what={screen.what}
            id={screen.id}
            onDone={onClose}
            onCancel={() => setScreen({ name: 'customer', id: screen.id })}
          />
        )}
      </div>
    </Dialog>
  )
}
