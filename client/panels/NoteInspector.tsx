import type { Note } from '#shared/model/kinds.ts'
import { LinksSection } from './links/LinksSection.tsx'
import panel from './Panel.module.css'
import { PictureSection } from './PictureSection.tsx'

/** Who wrote a note. Notes are nobody's claim, so no ring stands here. */
export function NoteInspector({ note }: { note: Note }) {
  return (
    <>
      <section className={panel.section}>
        <p className={panel.hint}>{note.author ? `Written by ${note.author}` : 'Nobody signed this note.'}</p>
      </section>
      {note.image !== null && <PictureSection note={note} />}
      <LinksSection card={note.id} />
    </>
  )
}
