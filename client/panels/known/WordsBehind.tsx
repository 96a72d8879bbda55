import MapPin from 'lucide-react/icons/map-pin'
import Unlink from 'lucide-react/icons/unlink'
import { useMemo } from 'react'
import { heardFrom } from '#shared/model/evidence/heardFrom.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { readQuote } from '../../commands/reading.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useCanEdit, useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ClaimRing } from '../claim/ClaimRing.tsx'
import { countWords } from '../countWords.ts'
import { ArrangeBar } from '../lists/ArrangeBar.tsx'
import { useArrangement } from '../lists/arrangement.ts'
import { WordsList } from '../lists/WordsList.tsx'
import { askedWords } from '../sources/askedWords.ts'
import { type WordsGroup, wordsBehind } from './behind.ts'
import { type Elsewhere, type Reading, useKnown } from './Known.ts'
import styles from './known.module.css'
import { ReadFrom } from './ReadFrom.tsx'
import { removeAnswer } from './removeAnswer.ts'
import { SidePanel } from './SidePanel.tsx'
import { Verbatim } from './Verbatim.tsx'

/** What each side shows until somebody asks, so that both get the same room. */
const SHOWN_FIRST = 5
/** Fewer words than this are read as they stand. */
const FEW = 6

export type WordsBehindProps = { reading: Reading; from: Elsewhere | null; onClose(): void }

/** The words behind a number, beside what it is a number of; they follow while others add to them. */
export function WordsBehind({ reading, from, onClose }: WordsBehindProps) {
  const words = <BehindWords reading={reading} />
  return (
    <SidePanel title={reading.title} onClose={onClose}>
      <div className={styles.sideBody}>{from ? <ReadFrom from={from}>{words}</ReadFrom> : words}</div>
    </SidePanel>
  )
}

/** Who said the words behind a number, when and where, and how many of those who were asked. */
export function BehindWords({ reading: { title, behind, place } }: { reading: Reading }) {
  const known = useKnown()
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const groups = useMemo(() => wordsBehind(map, evidence, behind), [map, evidence, behind])
  const count = groups.reduce((sum, { words }) => sum + words.length, 0)
  return (
    <>
      {behind.of === 'claim' && (
        <ClaimRing claim={behind.claim} touchpoint={lookUp(map.touchpoints, place)?.id ?? null} size={36} isRead />
      )}
      {place !== null && (
        <Button size="small" icon={<MapPin />} onClick={() => known.go(place)}>
          Show on the map
        </Button>
      )}
      <Asked groups={groups} />
      {count >= FEW && <ArrangeBar place="known" />}
      {groups.length === 0 && <p className={styles.quiet}>No customer’s words stand behind this yet.</p>}
      {groups.map(group => (
        <Side
          key={`${title} ${group.title}`}
          group={group}
          isAlone={groups.length === 1}
          question={behind.of === 'question' ? behind.question : null}
        />
      ))}
    </>
  )
}

/** Of how many who were asked these words are, source by source, where that is known. */
function Asked({ groups }: { groups: readonly WordsGroup[] }) {
  const map = useMap(view => view.map)
  const lines = useMemo(() => {
    const heard = heardFrom(map)
    const from = new Set(groups.flatMap(({ words }) => words.map(({ quote }) => quote.source)))
    return map.sources.flatMap(source => {
      const asked = from.has(source.id) ? askedWords(source, heard.get(source.id) ?? 0) : null
      return asked === null ? [] : [`${KINDS.sources.title(source)}: ${asked}`]
    })
  }, [map, groups])
  return lines.length > 0 && <p className={styles.quiet}>{lines.join(' · ')}</p>
}

type SideProps = { group: WordsGroup; isAlone: boolean; question: string | null }

function Side({ group: { title, words, customers }, isAlone, question }: SideProps) {
  const open = useOpenMap()
  const canEdit = useCanEdit()
  const { isElsewhere = false } = useKnown()
  const { sort, by } = useArrangement('known')
  const count = customers === 0 ? [] : [countWords(customers, 'customer')]
  return (
    <section aria-label={title} className={styles.group}>
      <h3 className={styles.groupTitle}>
        {title} <span className={styles.quiet}>{[...count, countWords(words.length, 'quote')].join(', ')}</span>
      </h3>
      <WordsList
        key={by}
        label={title}
        words={words}
        sort={sort}
        by={by}
        first={isAlone && by === 'none' ? null : SHOWN_FIRST}
        onKey={(one, key) => {
          if (key !== 'Enter' || isElsewhere) return false
          readQuote(open, one.quote.id, one.id === one.quote.id ? null : one.id)
          return true
        }}
        draw={one => (
          <Verbatim {...one}>
            {canEdit && question !== null && (
              <IconButton label="Remove this answer" size="small" onClick={() => removeAnswer(open, question, one.id)}>
                <Unlink />
              </IconButton>
            )}
          </Verbatim>
        )}
      />
    </section>
  )
}
