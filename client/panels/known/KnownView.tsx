import X from 'lucide-react/icons/x'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { gaps } from '#shared/model/evidence/gaps.ts'
import { weakestClaims } from '#shared/model/evidence/weakest.ts'
import { isTyping, pressName } from '../../commands/keyboard.ts'
import { command } from '../../commands/registry.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import type { KnownPart } from '../../store/viewState.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Compare } from '../compare/Compare.tsx'
import { FilterButton } from '../filter/FilterButton.tsx'
import { FilterLine } from '../filter/FilterLine.tsx'
import { Lessons } from '../lessons/Lessons.tsx'
import { Opportunities } from '../opportunities/Opportunities.tsx'
import { keepDeleting } from '../panelKeys.ts'
import { Promises } from '../promises/Promises.tsx'
import { Themes } from '../themes/Themes.tsx'
import { AnswerPicker } from './AnswerPicker.tsx'
import { Coverage } from './Coverage.tsx'
import { type Known, KnownContext, type Side } from './Known.ts'
import styles from './known.module.css'
import { MostWrong } from './MostWrong.tsx'
import { Questions } from './Questions.tsx'
import { Weakest } from './Weakest.tsx'
import { WordsBehind } from './WordsBehind.tsx'

/** Whoever went to the map from a part comes back to it. */
let lastTab: KnownPart = 'questions'

export type KnownViewProps = {
  onClose(): void
  /** Brings something into view that lies on the canvas. */
  onReveal(id: string): void
}

/** Everything the map knows and does not know, over the whole page; the map is one Escape away. */
export function KnownView({ onClose, onReveal }: KnownViewProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const [asked] = useState(() => open.view.getState().knownAt)
  const [tab, setTab] = useState(asked?.part ?? lastTab)
  const [side, setSide] = useState<Side | null>(asked?.answer ? { show: 'answers', question: asked.answer } : null)
  const [themesOn, setThemesOn] = useState(asked?.on ?? null)
  const [isFiltering, setFiltering] = useState(false)
  const [opener] = useState(() => document.activeElement)
  const sideOpener = useRef<Element | null>(null)
  const leaving = useRef<(() => void) | null>(null)
  const main = useRef<HTMLDivElement>(null)
  const weak = useMemo(() => weakestClaims(map, evidence), [map, evidence])
  const wrong = useMemo(() => gaps(map, evidence), [map, evidence])

  const known = useMemo((): Known => {
    const beside = (next: Side) => {
      if (document.activeElement?.closest('[data-side]') === null) sideOpener.current = document.activeElement
      setSide(next)
    }
    const leave = (action: () => void) => {
      leaving.current = action
      onClose()
    }
    return {
      read: (reading, from) => beside({ show: 'words', reading, from: from ?? null }),
      answer: question => beside({ show: 'answers', question }),
      go: id =>
        leave(() => {
          open.view.setState({ selected: [id], editing: null })
          onReveal(id)
        }),
      goToQuote: id => leave(() => open.view.setState({ trayOpen: true, trayQuote: id })),
      ask: () => setTab('questions'),
    }
  }, [open, onClose, onReveal])
  useLayoutEffect(() => {
    lastTab = tab
    main.current?.scrollTo({ top: 0 })
  }, [tab])
  const isBeside = side !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: with something beside them the tabs have less room
  useEffect(() => {
    const chosen = main.current?.querySelector('[role="tab"][aria-selected="true"]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab, isBeside])
  const closeSide = () => {
    setSide(null)
    const back = sideOpener.current
    if (back instanceof HTMLElement && back.isConnected) back.focus()
  }
  const press = (event: KeyboardEvent) => {
    keepDeleting(event)
    const name = pressName(event.nativeEvent)
    if (!canEdit || isTyping(event.target) || (name !== 'Mod+z' && name !== 'Mod+Shift+z')) return
    event.preventDefault()
    command(name === 'Mod+z' ? 'undo' : 'redo').run(open)
  }
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Content
          className={styles.view}
          aria-describedby={undefined}
          onKeyDown={press}
          onInteractOutside={event => event.preventDefault()}
          onEscapeKeyDown={event => {
            if (side === null) return
            event.preventDefault()
            closeSide()
          }}
          onOpenAutoFocus={event => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            if (opener instanceof HTMLElement) opener.focus()
            // Only now, so that what this shows gets the focus and keeps it.
            leaving.current?.()
          }}
        >
          <KnownContext value={known}>
            <header className={styles.head}>
              <Dialog.Title className={styles.title}>What we know</Dialog.Title>
              <FilterButton open={isFiltering} onOpenChange={setFiltering} />
              <div className={styles.space} />
              <Dialog.Close asChild>
                <IconButton label="Back to the map" shortcut="Esc">
                  <X size={18} />
                </IconButton>
              </Dialog.Close>
            </header>
            <FilterLine />
            <div className={styles.body}>
              <div ref={main} className={styles.main}>
                <Tabs<KnownPart>
                  label="What we know"
                  value={tab}
                  onChange={next => {
                    setTab(next)
                    setSide(null)
                  }}
                  tabs={[
                    { value: 'questions', label: 'Nine questions', content: <Questions /> },
                    { value: 'coverage', label: 'Coverage', content: <Coverage /> },
                    {
                      value: 'weakest',
                      label: 'Weakest claims',
                      count: weak.length,
                      content: <Weakest claims={weak} />,
                    },
                    {
                      value: 'wrong',
                      label: 'Where we were most wrong',
                      count: wrong.length,
                      content: <MostWrong gaps={wrong} />,
                    },
                    {
                      value: 'themes',
                      label: 'Themes',
                      content: <Themes on={themesOn} onAll={() => setThemesOn(null)} />,
                    },
                    { value: 'opportunities', label: 'Opportunities', content: <Opportunities /> },
                    { value: 'promises', label: 'Promises', content: <Promises /> },
                    { value: 'lessons', label: 'Lessons', content: <Lessons /> },
                    { value: 'compare', label: 'Compare', content: <Compare /> },
                  ]}
                />
              </div>
              {side?.show === 'words' && <WordsBehind {...side} onClose={closeSide} />}
              {side?.show === 'answers' && (
                <AnswerPicker key={side.question} question={side.question} onClose={closeSide} />
              )}
            </div>
          </KnownContext>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
