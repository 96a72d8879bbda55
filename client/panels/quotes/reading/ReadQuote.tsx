import Quotes from 'lucide-react/icons/text-quote'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type ExcerptSpan, excerptSpan, shownSpan } from '#shared/model/evidence/words.ts'
import type { Quote } from '#shared/model/kinds.ts'
import { command } from '../../../commands/registry.ts'
import { remove } from '../../../commands/remove.ts'
import { lookUp } from '../../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../../store/MapContext.tsx'
import type { FullQuote } from '../../../store/reading.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { toast } from '../../../ui/toast.ts'
import { dotted } from '../../dotted.ts'
import { quoteFacts } from '../quoteFacts.ts'
import { WhereSaid } from '../WhereSaid.tsx'
import { ExcerptForm } from './ExcerptForm.tsx'
import { ExcerptList } from './ExcerptList.tsx'
import { draftOf, type ExcerptDraft, newDraft, saveDraft } from './excerptDraft.ts'
import { Narrative } from './Narrative.tsx'
import { OriginalWords } from './OriginalWords.tsx'
import styles from './reading.module.css'

export type ReadQuoteProps = FullQuote & { onClose(): void }

/** One quote in full: its words, where they were said, and the excerpts that were made of it. */
export function ReadQuote({ quote: id, excerpt, marked, onClose }: ReadQuoteProps) {
  const quote = useMap(({ map }) => lookUp(map.quotes, id))
  const isGone = quote === undefined
  // A colleague may delete it while it is read.
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  return quote && <Reading quote={quote} excerpt={excerpt} marked={marked} onClose={onClose} />
}

type ReadingProps = Pick<FullQuote, 'excerpt' | 'marked'> & { quote: Quote; onClose(): void }

function Reading({ quote, excerpt, marked, onClose }: ReadingProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const map = useMap(view => view.map)
  const { text } = quote
  const excerpts = useMemo(() => {
    const own = map.excerpts.filter(one => one.quote === quote.id)
    return own.sort((a, b) => a.start - b.start || a.end - b.end)
  }, [map.excerpts, quote.id])
  const [active, setActive] = useState(excerpt)
  const [selected, setSelected] = useState<ExcerptSpan | null>(null)
  const [draft, setDraft] = useState<ExcerptDraft | null>(() => {
    const span = marked && excerptSpan(text, marked)
    return span && newDraft(quote, span)
  })
  const marks = useMemo(() => {
    const kept = excerpts.filter(({ id }) => id !== draft?.id).map(one => ({ id: one.id, ...shownSpan(text, one) }))
    return draft ? [...kept, { id: DRAFT, ...shownSpan(text, draft) }] : kept
  }, [excerpts, draft, text])

  const beside = useRef<HTMLDivElement>(null)
  const isDrafting = draft !== null
  // On a phone the form stands over the words, which were just brought into view.
  useEffect(() => {
    if (isDrafting) beside.current?.scrollIntoView({ block: 'nearest' })
  }, [isDrafting])

  const undo = { label: 'Undo', onPress: () => command('undo').run(open) }
  const make = (span: ExcerptSpan | null) => {
    if (!canEdit || span === null) return
    setDraft(newDraft(quote, span))
    getSelection()?.removeAllRanges()
  }
  const save = () => {
    if (!draft) return
    setActive(saveDraft(open, quote, draft))
    setDraft(null)
    toast(draft.id === null ? 'Excerpt made.' : 'Excerpt changed.', { id: 'excerpt', action: undo })
  }
  const edit = (id: string) => {
    const known = lookUp(map.excerpts, id)
    if (known) setDraft(draftOf(map, quote, known))
  }
  const [speaker = '', ...facts] = quoteFacts(map, quote)
  const footer = draft ? (
    <>
      <Button variant="quiet" onClick={() => setDraft(null)}>
        Cancel
      </Button>
      <Button variant="primary" onClick={save}>
        {draft.id === null ? 'Save excerpt' : 'Save changes'}
      </Button>
    </>
  ) : (
    <>
      <span className={styles.hint}>Select words to make an excerpt of them.</span>
      <Button
        variant="primary"
        icon={<Quotes />}
        disabled={selected === null}
        // Pressing it leaves the words selected.
        onPointerDown={event => event.preventDefault()}
        onClick={() => make(selected)}
      >
        Make an excerpt
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onOpenChange={isOpen => !isOpen && onClose()}
      title={speaker}
      size="large"
      {...(facts.length > 0 ? { description: dotted(facts) } : {})}
      {...(canEdit ? { footer } : {})}
    >
      <div className={styles.columns} data-drafting={draft !== null}>
        <div className={styles.full}>
          <OriginalWords quote={quote} />
          <Narrative
            text={text}
            recalled={quote.how === 'recalled'}
            excerpts={marks}
            active={draft ? DRAFT : active}
            onSelect={setSelected}
            onMake={make}
            canMark={canEdit}
          />
          <WhereSaid quote={quote} />
        </div>
        <div ref={beside} className={styles.beside}>
          {draft ? (
            <ExcerptForm
              quote={quote}
              draft={draft}
              selected={selected}
              onChange={fields => setDraft(now => now && { ...now, ...fields })}
            />
          ) : (
            <ExcerptList
              quote={quote}
              excerpts={excerpts}
              active={active}
              onShow={setActive}
              onEdit={edit}
              onRemove={id => {
                remove(open, 'excerpts', [id])
                toast('Excerpt deleted. The quote stays.', { id: 'excerpt', action: undo })
              }}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** What stands for the excerpt that is being marked; no record is called so. */
const DRAFT = '-draft-'
