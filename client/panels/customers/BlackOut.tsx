import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { Quote } from '#shared/model/kinds.ts'
import type { TextSpan } from '#shared/util/blackened.ts'
import { blackOut, showAgain } from '../../commands/privacy.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import { keyTarget } from '../lists/keyTarget.ts'
import { spansOf, wordsIn, wordsWithin } from './blackWords.ts'
import styles from './customers.module.css'
import { selectedIn } from './useSelectedWords.ts'

/** Words that Page Up and Page Down go over. */
const PAGE = 20

export type BlackOutProps = {
  quote: Quote
  /** What is marked at first. */
  marked: TextSpan | null
  onClose(): void
}

/** Marks words of a quote, by press, by selecting or by keys, and blacks them out. */
export function BlackOut({ quote, marked, onClose }: BlackOutProps) {
  const open = useOpenMap()
  const { id, text } = quote
  const words = useMemo(() => wordsIn(text), [text])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(marked ? wordsWithin(words, marked) : []))
  const [active, setActive] = useState(() => Math.max(0, Math.min(...chosen, words.length - 1)))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)

  const toggle = (place: number) => {
    const next = new Set(chosen)
    if (!next.delete(place)) next.add(place)
    setChosen(next)
  }
  const press = (event: KeyboardEvent) => {
    const along = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[event.key] ?? event.key
    const target = keyTarget(along, active, words.length, PAGE)
    if (target !== null) {
      setActive(target)
      if (event.shiftKey) setChosen(new Set([...chosen, active, target]))
      box.current?.querySelector<HTMLElement>(`[data-place="${target}"]`)?.focus()
    } else if (event.key === ' ' || event.key === 'Enter') toggle(active)
    else return
    event.preventDefault()
  }
  const release = (event: MouseEvent) => {
    const span = box.current && selectedIn(box.current)
    if (span) {
      setChosen(new Set([...chosen, ...wordsWithin(words, span)]))
      getSelection()?.removeAllRanges()
      return
    }
    const place = Number((event.target as HTMLElement).dataset.place ?? Number.NaN)
    if (Number.isNaN(place)) return
    setActive(place)
    toggle(place)
  }
  const go = async () => {
    setBusy(true)
    setProblem(null)
    const answer = await blackOut(open, id, spansOf(words, chosen))
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message)
    toast(`${countWords(chosen.size, 'word')} ${chosen.size === 1 ? 'is' : 'are'} black now.`, {
      id: 'black',
      tone: 'done',
      action: { label: 'Show again', onPress: () => void showWordsAgain(open, id) },
    })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title="Black out words"
      description="Press the words that must not be seen, or select them. Arrows move, Space marks."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={chosen.size === 0} onClick={() => void go()}>
            {chosen.size === 0 ? 'Black out' : `Black out ${countWords(chosen.size, 'word')}`}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div
          ref={box}
          role="listbox"
          aria-label="Words of the quote"
          aria-multiselectable="true"
          tabIndex={-1}
          dir="auto"
          className={styles.words}
          onKeyDown={press}
          onClick={release}
        >
          {words.map(({ start, end }, place) => [
            text.slice(words[place - 1]?.end ?? 0, start),
            <span
              key={start}
              role="option"
              data-place={place}
              tabIndex={place === active ? 0 : -1}
              aria-selected={chosen.has(place)}
              className={styles.word}
            >
              {text.slice(start, end)}
            </span>,
          ])}
          {text.slice(words.at(-1)?.end ?? 0)}
        </div>
        <p>
          They become black for everybody, in older versions and exports too, and everybody’s page opens the map anew.
          The original is kept for those who may see originals.
        </p>
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      </div>
    </Dialog>
  )
}

/** Takes back what was blacked out by hand in a quote, and says what became of it. */
export async function showWordsAgain(open: Parameters<typeof showAgain>[0], quote: string): Promise<void> {
  const answer = await showAgain(open, quote)
  if (answer.ok) toast('The words are shown again. Numbers and addresses stay black.', { id: 'black' })
  else toast('The words could not be shown again.', { id: 'black', tone: 'error', detail: answer.message })
}
