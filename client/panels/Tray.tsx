import Layers from 'lucide-react/icons/layers'
import Plus from 'lucide-react/icons/plus'
import Upload from 'lucide-react/icons/upload'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { isOpen, NO_FILTER } from '#shared/model/evidence/filter.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { placeQuotes } from '../commands/placeQuotes.ts'
import { readQuote } from '../commands/reading.ts'
import { command } from '../commands/registry.ts'
import { remove } from '../commands/remove.ts'
import { lookUp } from '../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap, useView } from '../store/MapContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.ts'
import { countWords } from './countWords.ts'
import panel from './Panel.module.css'
import { PlaceOn } from './PlaceOn.tsx'
import { EvidenceFor } from './pains/EvidenceFor.tsx'
import { keepDeleting } from './panelKeys.ts'
import { AddQuote } from './quotes/AddQuote.tsx'
import { hasDraft } from './quotes/drafts.ts'
import { LoosePains } from './tray/LoosePains.tsx'
import { keepListed, NOTHING } from './tray/selection.ts'
import { TrayEmpty, type TrayEmptyProps } from './tray/TrayEmpty.tsx'
import { TrayFilters } from './tray/TrayFilters.tsx'
import { TrayFoot } from './tray/TrayFoot.tsx'
import { TrayList } from './tray/TrayList.tsx'
import styles from './tray/tray.module.css'
import { FIRST_FILTER, trayQuotes } from './tray/trayQuotes.ts'
import { useQuoteSearch } from './tray/useQuoteSearch.ts'

const hasPointer = typeof matchMedia === 'function' && matchMedia('(pointer: fine)').matches

/** All quotes of the map, those without a place first: to search, to read, and to lay on touchpoints. */
export function Tray() {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const isFiltered = useView(view => !isOpen(view.filter))
  const [filter, setFilter] = useState(FIRST_FILTER)
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed)
  const [selected, setSelected] = useState(NOTHING)
  const [isPlacing, setPlacing] = useState(false)
  const [isWeighing, setWeighing] = useState(false)
  const [isAdding, setAdding] = useState(() => hasDraft(`${open.id}/tray`))

  const quotes = evidence.spoken()
  const unplaced = useMemo(() => new Set(evidence.unplaced().map(quote => quote.id)), [evidence])
  const found = useQuoteSearch(quotes, wanted)
  const foundUnplaced = found?.filter(id => unplaced.has(id)).length ?? 0
  const shown = useMemo(() => trayQuotes(quotes, unplaced, filter, found), [quotes, unplaced, filter, found])
  const selection = useMemo(
    () =>
      keepListed(
        selected,
        shown.map(quote => quote.id),
      ),
    [selected, shown],
  )
  // A quote that somebody looked for elsewhere is chosen here once nothing hides it.
  const asked = useView(view => view.trayQuote)
  useEffect(() => {
    if (asked === null) return
    setTyped('')
    if (!evidence.spoken().some(({ id }) => id === asked)) open.view.setState({ filter: NO_FILTER })
    setFilter({ placed: unplaced.has(asked) ? 'unplaced' : 'all', kinds: new Set() })
    setSelected({ chosen: new Set([asked]), active: asked, anchor: asked })
  }, [asked, unplaced, evidence, open])
  const isListed = asked !== null && wanted === '' && shown.some(quote => quote.id === asked)
  const chosen = shown.filter(quote => selection.chosen.has(quote.id))
  const ids = chosen.map(quote => quote.id)
  const many = countWords(ids.length, 'quote')

  const undo = { label: 'Undo', onPress: () => command('undo').run(open) }
  const place = (touchpoint: string) => {
    placeQuotes(open, ids, touchpoint)
    const on = lookUp(map.touchpoints, touchpoint)
    toast(`${many} placed on “${on ? KINDS.touchpoints.title(on) : 'the map'}”.`, { id: 'placed', action: undo })
  }
  const removeChosen = () => {
    if (!canEdit) return
    remove(open, 'quotes', ids)
    toast(`${many} deleted.`, { id: 'deleted', action: undo })
  }
  const close = () => open.view.setState({ trayOpen: false })
  const press = (event: KeyboardEvent) => {
    keepDeleting(event)
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (typed) setTyped('')
    else close()
  }
  return (
    <aside className={panel.panel} aria-label="Quotes" onKeyDown={press}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h2 className={panel.name}>Quotes</h2>
          {quotes.length > 0 && (
            <p className={panel.count}>
              {unplaced.size.toLocaleString('en-GB')} of {quotes.length.toLocaleString('en-GB')} unplaced
            </p>
          )}
        </div>
        {canEdit && (
          <>
            <IconButton label="Add a quote" size="small" pressed={isAdding} onClick={() => setAdding(!isAdding)}>
              <Plus />
            </IconButton>
            <IconButton
              label="Import quotes"
              size="small"
              shortcut="Mod+I"
              onClick={() => command('dialog.import').run(open)}
            >
              <Upload />
            </IconButton>
          </>
        )}
        {quotes.length > 2 && (
          <IconButton label="Themes" size="small" onClick={() => command('dialog.themes').run(open)}>
            <Layers />
          </IconButton>
        )}
        <IconButton label="Close" size="small" shortcut="Q" onClick={close}>
          <X />
        </IconButton>
      </header>
      {isAdding && canEdit && (
        <div className={styles.adding}>
          <AddQuote touchpoint={null} onDone={() => setAdding(false)} />
        </div>
      )}
      {quotes.length > 0 && (
        <div className={styles.tools}>
          <TextField
            type="search"
            label="Search all quotes"
            hideLabel
            placeholder="Search all quotes"
            value={typed}
            onChange={setTyped}
            autoFocus={hasPointer && !isAdding && asked === null}
          />
          <TrayFilters
            filter={filter}
            unplaced={found ? foundUnplaced : unplaced.size}
            all={found?.length ?? quotes.length}
            onChange={setFilter}
          />
        </div>
      )}
      {shown.length > 0 ? (
        <TrayList
          // Another search or filter begins at its first quote.
          key={`${filter.placed} ${[...filter.kinds]} ${wanted}`}
          quotes={shown}
          withPlace={filter.placed === 'all'}
          selection={selection}
          asked={isListed ? asked : null}
          onAsked={() => open.view.setState({ trayQuote: null })}
          onSelect={setSelected}
          onPlace={() => canEdit && setPlacing(true)}
          onRead={quote => readQuote(open, quote)}
          onRemove={removeChosen}
        />
      ) : (
        <TrayEmpty
          reason={isFiltered && quotes.length === 0 ? 'none counts' : emptyReason(quotes.length, found, unplaced.size)}
          onShowAll={() => {
            setFilter({ placed: 'all', kinds: new Set() })
            if (found?.length === 0) setTyped('')
            if (quotes.length === 0) open.view.setState({ filter: NO_FILTER })
          }}
          onAdd={() => setAdding(true)}
        />
      )}
      <LoosePains />
      <TrayFoot
        chosen={chosen}
        onPlace={() => setPlacing(true)}
        onWeigh={() => setWeighing(true)}
        onRemove={removeChosen}
      />
      {isPlacing && <PlaceOn title={`Place ${many} on…`} onPlace={place} onClose={() => setPlacing(false)} />}
      {isWeighing && (
        <EvidenceFor quotes={ids} touchpoint={chosen[0]?.touchpoint ?? null} onClose={() => setWeighing(false)} />
      )}
    </aside>
  )
}

/** Why the tray shows nothing. */
function emptyReason(all: number, found: readonly string[] | null, unplaced: number): TrayEmptyProps['reason'] {
  if (all === 0) return 'none'
  if (found) return found.length > 0 ? 'found elsewhere' : 'not found'
  return unplaced === 0 ? 'all placed' : 'filtered'
}
