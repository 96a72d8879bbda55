import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { isOpen } from '#shared/model/evidence/filter.ts'
import { takeOver } from '../api/handover.ts'
import { rememberMap } from '../api/tokens.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { canvasActions } from '../commands/canvasControls.ts'
import { bindKeys } from '../commands/keyboard.ts'
import { holdKeysAhead } from '../commands/keysAhead.ts'
import { present } from '../commands/presenting.ts'
import { Corner } from '../panels/bar/Corner.tsx'
import { Notices } from '../panels/bar/Notices.tsx'
import { ToolRail } from '../panels/bar/ToolRail.tsx'
import { TopBar } from '../panels/bar/TopBar.tsx'
import { Contribute } from '../panels/contribute/Contribute.tsx'
import { type OpenMap, useCanEdit, useMap, useOpenMap, useView } from '../store/MapContext.tsx'
import { Later, later, preloadParts, withPart } from '../ui/Later.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { holdBack } from './holdBack.ts'
import { MapDoor } from './MapDoor.tsx'
import styles from './MapPage.module.css'
import { onceHere } from './onceHere.ts'
import { useMapPicture } from './useMapPicture.ts'
import { useTableDrop } from './useTableDrop.ts'

// What is not needed to see the map is loaded when it is first asked for, or when the map is open and all is quiet:
// then it is there even when the server is away.
const Inspector = later(async () => (await import('../panels/Inspector.tsx')).Inspector)
const Tray = later(async () => (await import('../panels/Tray.tsx')).Tray)
const ImportDialog = later(async () => {
  await import('../panels/import/jitless.ts')
  return (await import('../panels/ImportDialog.tsx')).ImportDialog
})
const ShareDialog = later(async () => (await import('../panels/bar/ShareDialog.tsx')).ShareDialog)
const ExportDialog = later(async () => (await import('../panels/bar/ExportDialog.tsx')).ExportDialog)
const ShortcutsDialog = later(async () => (await import('../panels/bar/ShortcutsDialog.tsx')).ShortcutsDialog)
const Palette = later(async () => (await import('../panels/palette/Palette.tsx')).Palette)
const SourcesDialog = later(async () => (await import('../panels/sources/SourcesDialog.tsx')).SourcesDialog)
const WordsDialog = later(async () => (await import('../panels/known/WordsDialog.tsx')).WordsDialog)
const ReadQuote = later(async () => (await import('../panels/quotes/reading/ReadQuote.tsx')).ReadQuote)
const HistoryDialog = later(async () => {
  await import('../panels/import/jitless.ts')
  return (await import('../panels/history/HistoryDialog.tsx')).HistoryDialog
})
const KnownView = later(async () => (await import('../panels/known/KnownView.tsx')).KnownView)
const Lens = later(async () => (await import('../panels/lens/Lens.tsx')).Lens)
const FilterLine = later(async () => (await import('../panels/filter/FilterLine.tsx')).FilterLine)
const CustomersDialog = later(async () => (await import('../panels/customers/CustomersDialog.tsx')).CustomersDialog)
const Storyline = later(async () => (await import('../panels/storyline/Storyline.tsx')).Storyline)
const PeopleHere = later(async () => (await import('../present/PeopleHere.tsx')).PeopleHere)
const LeadOffer = later(async () => (await import('../present/LeadOffer.tsx')).LeadOffer)
const LeaveUnused = later(async () => (await import('./leaveUnused.ts')).leaveUnused)
const TurnNotes = later(async () => (await import('../panels/notes/TurnNotes.tsx')).TurnNotes)

/** Milliseconds after which the parts are loaded, once the map is open and nobody moves anything. */
const QUIET = 2_000

function prepareAll(): () => void {
  return preloadParts(() => void import('./keepApp.ts').then(({ keepApp }) => keepApp()).catch(() => null))
}

/** One map, from its address to the room. */
export function MapPage({ id }: { id: string }) {
  return <MapDoor id={id}>{({ named, again }) => <Room onNamed={named} onReload={again} />}</MapDoor>
}

function Room({ onNamed, onReload }: { onNamed(): void; onReload(): void }) {
  const open = useOpenMap()
  const title = useMap(({ map }) => map.map.title)
  const selected = useView(view => view.selected.length === 1)
  const trayOpen = useView(view => view.trayOpen)
  const storylineOpen = useView(view => view.storylineOpen)
  const isFiltered = useView(({ filter }) => !isOpen(filter))
  const isLed = useStore(open.session.leading.store, ({ lead }) => lead !== null)
  const turning = useView(view => view.turning !== null)
  useTitle(title || 'Untitled map')
  useEffect(() => bindKeys(open, window), [open])
  useEffect(() => holdKeysAhead(open, window, isDialogComing), [open])
  useEffect(() => onceHere(open.session, QUIET, prepareAll), [open])
  useEffect(() => rememberMap(open.id, { title }), [open, title])
  useMapPicture()
  useEffect(() => holdBack(open.session), [open])
  return (
    <div className={styles.page}>
      <TopBar onNamed={onNamed} peopleHere={PeopleHere} />
      <Notices onReload={onReload} />
      {isLed && <Later part={LeadOffer} props={{}} />}
      <div className={styles.lens}>
        <Later part={Lens} props={{}} />
      </div>
      {isFiltered && <Later part={FilterLine} props={{}} />}
      <div className={styles.body}>
        <ToolRail />
        {trayOpen && (
          <div className={styles.tray}>
            <Later part={Tray} props={{}} />
          </div>
        )}
        <main className={styles.canvas}>
          <Canvas />
          <Corner />
          <Contribute onNamed={onNamed} onReveal={canvasActions.reveal} />
        </main>
        {selected && (
          <div className={styles.inspector}>
            <Later part={Inspector} props={{}} />
          </div>
        )}
      </div>
      {storylineOpen && <Later part={Storyline} props={{ onPresent: scene => present(open, scene) }} />}
      <Dialogs open={open} />
      {turning && <Later part={TurnNotes} props={{}} />}
      <Readings />
    </div>
  )
}

/** The words behind a number, and a quote in full, over whatever else stands open. */
function Readings() {
  const { view } = useOpenMap()
  const wordsBehind = useView(state => state.wordsBehind)
  const fullQuote = useView(state => state.fullQuote)
  const [close] = useState(() => ({
    words: () => view.setState({ wordsBehind: null }),
    quote: () => view.setState({ fullQuote: null }),
  }))
  return (
    <>
      {wordsBehind && (
        <Later
          part={WordsDialog}
          props={{ reading: wordsBehind, onClose: close.words, onReveal: canvasActions.reveal }}
        />
      )}
      {fullQuote && <Later part={ReadQuote} props={{ ...fullQuote, onClose: close.quote }} />}
    </>
  )
}

/** Panels that stand beside their button are popovers, and no dialog that somebody waits for. */
function isDialogComing(): boolean {
  return document.querySelector('[role="dialog"]:not([popover])') === null
}

function Dialogs({ open }: { open: OpenMap }) {
  const dialog = useView(view => view.dialog)
  const canEdit = useCanEdit()
  const [begun] = useState(takeOver)
  const [handed, setHanded] = useState(begun)
  const pasted = useView(view => view.importing)
  useTableDrop(canEdit ? setHanded : null)
  useEffect(() => {
    if (handed) open.view.setState({ dialog: 'import' })
  }, [handed, open])
  const close = () => {
    setHanded(null)
    open.view.setState({ dialog: null, importing: null, knownAt: null, ahead: '' })
    if (begun !== null && handed === begun) withPart(LeaveUnused, leaveUnused => void leaveUnused(open))
  }
  switch (dialog) {
    case 'import':
      return <Later part={ImportDialog} props={{ file: handed ?? pasted, onClose: close }} />
    case 'share':
      return <Later part={ShareDialog} props={{ onClose: close }} />
    case 'export':
      return <Later part={ExportDialog} props={{ onClose: close }} />
    case 'history':
      return <Later part={HistoryDialog} props={{ onClose: close }} />
    case 'customers':
      return <Later part={CustomersDialog} props={{ onClose: close }} />
    case 'sources':
      return <Later part={SourcesDialog} props={{ onClose: close }} />
    case 'shortcuts':
      return <Later part={ShortcutsDialog} props={{ onClose: close }} />
    case 'palette':
      return <Later part={Palette} props={{ onClose: close, onReveal: canvasActions.reveal }} />
    case 'known':
      return <Later part={KnownView} props={{ onClose: close, onReveal: canvasActions.reveal }} />
    // Stands beside its button in the bar.
    case 'filter':
    case null:
      return null
  }
}
