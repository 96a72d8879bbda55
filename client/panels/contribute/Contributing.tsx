import { useEffect, useState } from 'react'
import { readMe } from '../../api/me.ts'
import { readTab, writeTab } from '../../api/tabStorage.ts'
import type { Mine } from '../../commands/contributions.ts'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import type { ContributeProps } from './Contribute.tsx'
import { ContributeBar } from './ContributeBar.tsx'
import styles from './contribute.module.css'
import { MineList } from './MineList.tsx'
import { NameFirst } from './NameFirst.tsx'
import { NoteForm } from './NoteForm.tsx'
import { QuoteForm } from './QuoteForm.tsx'
import { Said } from './Said.tsx'
import { Sheet } from './Sheet.tsx'
import { useMine } from './useMine.ts'

const TITLES = { quote: 'Add a quote', note: 'Add a note', mine: 'What you added' } as const

/** How long it is said that something has arrived, milliseconds: enough to read it and to reach a button. */
const SAID_MS = 12_000

/** The bar, or what stands open in its place. The bar is only for those who may not edit (`may`). */
export function Contributing({ may, onNamed, onReveal }: ContributeProps & { may: boolean }) {
  const open = useOpenMap()
  const contributing = useView(view => view.contributing)
  const { shown, failure } = useMine(contributing)
  const [said, setSaid] = useState<string | null>(null)
  const latest = shown.find(({ mine }) => mine.id === said)
  useKeptOpen()
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words stay as long as the first
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said, latest?.on])

  const close = () => open.view.setState({ contributing: null })
  const added = ({ id }: Mine) => {
    setSaid(id)
    close()
  }
  const reveal = (id: string) => {
    close()
    onReveal(id)
  }
  if (contributing === null) {
    const count = shown.filter(({ on }) => on === 'map' || on === 'coming').length
    return (
      may && (
        <div className={styles.bar}>
          {latest && <Said shown={latest} onReveal={reveal} onAgain={setSaid} onClose={() => setSaid(null)} />}
          <ContributeBar count={count} />
        </div>
      )
    )
  }
  const isNamed = readMe() !== null
  return (
    <Sheet key={contributing} title={TITLES[contributing]} onClose={close}>
      {!isNamed && contributing !== 'mine' ? (
        <NameFirst onNamed={onNamed} />
      ) : contributing === 'quote' ? (
        <QuoteForm onAdded={added} />
      ) : contributing === 'note' ? (
        <NoteForm onAdded={added} />
      ) : (
        <MineList shown={shown} failure={failure} onReveal={reveal} />
      )}
    </Sheet>
  )
}

/** Opens again, after a reload or under a new name, what stood open. */
function useKeptOpen(): void {
  const open = useOpenMap()
  useEffect(() => {
    const key = `verbatim.contributing.${open.id}`
    const kept = readTab(key)
    if (kept === 'quote' || kept === 'note' || kept === 'mine') open.view.setState({ contributing: kept })
    return open.view.subscribe(({ contributing }) => writeTab(key, contributing ?? undefined))
  }, [open])
}
