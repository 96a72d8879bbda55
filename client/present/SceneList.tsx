import { useState } from 'react'
import type { Slide } from '#shared/model/storyline/slide.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './present.module.css'

const KIND_WORDS: Readonly<Record<Slide['kind'], string>> = {
  title: 'Title',
  view: 'View of the map',
  claim: 'Claim',
  comparison: 'Assumed and heard',
  number: 'Number',
}

/** All scenes, to go to one of them by its number or by a word of its heading. */
export function SceneList(props: {
  slides: readonly Slide[]
  index: number
  onGo(index: number): void
  onClose(): void
}) {
  const { slides, index, onGo, onClose } = props
  const [wanted, setWanted] = useState('')
  const found = slides
    .map((slide, at) => ({ slide, at, name: nameOf(slide) }))
    .filter(({ name, at }) => `${at + 1} ${name}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
  const go = (at: number | undefined) => {
    if (at === undefined) return
    onGo(at)
    onClose()
  }
  return (
    <Dialog open onOpenChange={isOpen => !isOpen && onClose()} title="Scenes">
      <form
        onSubmit={event => {
          event.preventDefault()
          go(found[0]?.at)
        }}
      >
        <TextField label="Number or words of the heading" value={wanted} onChange={setWanted} autoFocus />
      </form>
      <ol className={styles.scenes}>
        {found.map(({ slide, at, name }) => (
          <li key={slide.id}>
            <button type="button" aria-current={at === index ? 'step' : undefined} onClick={() => go(at)}>
              <span className={styles.number}>{at + 1}</span>
              <span dir="auto">{name}</span>
              <span className={styles.kind}>{KIND_WORDS[slide.kind]}</span>
            </button>
          </li>
        ))}
      </ol>
      {found.length === 0 && <p className={styles.none}>No scene is called that.</p>}
    </Dialog>
  )
}

function nameOf(slide: Slide): string {
  return slide.heading || (slide.kind === 'claim' ? slide.statement : '') || KIND_WORDS[slide.kind]
}
