import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import { quoted } from '#shared/drawing/quoteMarks.ts'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './present.module.css'

/** All the words behind a claim, to be read in the room. Opened over the slide; arrow keys scroll it. */
export function Words({ slide, onClose }: { slide: Extract<Slide, { kind: 'claim' }>; onClose(): void }) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  return (
    <section className={styles.words} aria-label={`What customers said: ${slide.statement}`}>
      <header className={styles.wordsHead}>
        <div>
          <h2 dir="auto">{slide.statement || slide.heading}</h2>
          <p>{slide.sentence}</p>
        </div>
        <IconButton label="Back to the scene" onClick={onClose}>
          <X size={28} />
        </IconButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys */}
      <ul ref={list} tabIndex={0} className={styles.wordsList}>
        {slide.words.map(({ id, text, who, stance, recalled }) => (
          <li key={`${id} ${stance}`} data-stance={stance ?? ''} data-recalled={recalled || undefined}>
            <blockquote dir="auto">{recalled ? text.trim() : quoted(text.trim())}</blockquote>
            <p>
              {stance === 'contradicts' && <strong>Against: </strong>}
              {who}
              {recalled && ', recalled by a colleague'}
            </p>
          </li>
        ))}
        {slide.words.length === 0 && <li>No customer has said anything about this yet.</li>}
      </ul>
    </section>
  )
}
