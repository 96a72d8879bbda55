import ChevronDown from 'lucide-react/icons/chevron-down'
import { useEffect, useRef, useState } from 'react'
import { WHY_HIRED } from '#shared/model/ids.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { MATTER } from '#shared/model/questions.ts'
import { readStored, writeStored } from '../../api/storage.ts'
import { readBehind } from '../../commands/reading.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { cx } from '../../ui/cx.ts'
import { Ring } from '../../ui/Ring.tsx'
import { LensPanel } from './LensPanel.tsx'
import styles from './lens.module.css'
import { MATTER_WORDS, matterCount, supportCount } from './lensWords.ts'

/** This browser remembers whether the line stands open or is folded to its rings. */
const KEY = 'verbatim.lens'

/** On top of the map: whose journey it is, why customers hire us and whether we matter to them, each with its count. */
export function Lens() {
  const open = useOpenMap()
  const { persona, scenario, whyHired, voicesNeeded, state } = useMap(({ map }) => map.map)
  const personas = useMap(({ map }) => map.personas)
  const evidence = useMap(view => view.evidence)
  const [isFolded, setFolded] = useState(() => readStored(KEY) === 'folded')
  const [isOpen, setOpen] = useState(false)
  const line = useRef<HTMLElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      // What belongs to the panel may float over the page.
      const isInside = target instanceof Element && (line.current?.contains(target) || target.closest('[popover]'))
      if (!isInside) setOpen(false)
    }
    window.addEventListener('pointerdown', leave, true)
    return () => window.removeEventListener('pointerdown', leave, true)
  }, [isOpen])
  const fold = (next: boolean) => {
    setFolded(next)
    writeStored(KEY, next ? 'folded' : 'open')
  }
  const whose = lookUp(personas, persona)
  const hired = evidence.tally(WHY_HIRED)
  const matter = evidence.tally(MATTER)
  const ring = { needed: voicesNeeded, size: 24, label: null }
  return (
    <section
      ref={line}
      className={styles.lens}
      data-folded={isFolded || undefined}
      aria-label="Whose journey, and why they hire us"
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        setOpen(false)
        toggle.current?.focus()
      }}
    >
      <button
        ref={toggle}
        type="button"
        className={styles.who}
        aria-expanded={isOpen}
        aria-label={`About this map: ${whose ? KINDS.personas.title(whose) : 'nobody’s journey yet'}`}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown className={styles.arrow} aria-hidden="true" />
        <span className={styles.name} dir="auto">
          {whose ? KINDS.personas.title(whose) : 'Whose journey?'}
        </span>
        {state === 'future' && <span className={styles.future}>future state</span>}
        {!isFolded && scenario.trim() !== '' && (
          <span className={styles.scenario} dir="auto">
            {scenario}
          </span>
        )}
      </button>
      {(whyHired.trim() !== '' || !isFolded) && (
        <button
          type="button"
          className={cx(styles.claim, styles.hired)}
          data-pencil={hired.supports === 0 || undefined}
          aria-label={`Why customers hire us, ${supportCount(hired, voicesNeeded)}: ${whyHired || 'not written yet'}`}
          onClick={() =>
            whyHired.trim() === ''
              ? setOpen(true)
              : readBehind(open, {
                  title: `Why customers hire us: ${whyHired}`,
                  place: null,
                  behind: { of: 'claim', claim: WHY_HIRED },
                })
          }
        >
          <Ring {...ring} supports={hired.supports} contradicts={hired.contradicts} stale={hired.stale} />
          <span className={styles.label}>Why customers hire us</span>
          {!isFolded && (
            <span className={styles.why} dir="auto">
              {whyHired || 'not written yet'}
            </span>
          )}
        </button>
      )}
      <button
        type="button"
        className={cx(styles.claim, styles.matter)}
        data-pencil={matter.supports + matter.contradicts + matter.mixed === 0 || undefined}
        aria-label={`${MATTER_WORDS} ${matterCount(matter, voicesNeeded)}`}
        onClick={() =>
          readBehind(open, {
            title: MATTER_WORDS,
            place: null,
            behind: { of: 'question', question: MATTER, part: {} },
          })
        }
      >
        <Ring {...ring} supports={matter.supports} contradicts={matter.contradicts} stale={matter.stale} />
        <span className={styles.label}>Do we matter?</span>
        {!isFolded && <span className={styles.count}>{matterCount(matter, voicesNeeded)}</span>}
      </button>
      {isOpen && <LensPanel isFolded={isFolded} onFold={fold} />}
    </section>
  )
}
