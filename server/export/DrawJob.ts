import type { SlideTheme } from '#shared/drawing/slides/themes.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'

/** What is to be drawn of which map. `today` is an ISO day: it stands on what is drawn and decides what is old. */
export type DrawJob = {
  map: MapDocument
  today: string
  /** Encoded pictures on notes, by their hashes; where one is missing, its description is drawn. */
  pictures: ReadonlyMap<string, Uint8Array>
} & (
  | {
      as: 'png'
      /** Pixels per map unit. */
      scale: number
      theme: 'light' | 'dark'
      /** The text of a map document that the picture carries inside; null for none. */
      inside: string | null
    }
  | { as: 'svg'; theme: 'light' | 'dark' }
  | { as: 'pdf'; theme: 'light' | 'dark' }
  | { as: 'storylinePdf'; theme: SlideTheme }
  | {
      as: 'storylineZip'
      theme: SlideTheme
      /** Times 1,920 × 1,080 pixels. */
      scale: number
    }
  | { as: 'storylineHtml' }
)

/** The file's bytes, or one plain sentence why it can't be drawn. */
export type Drawn = { ok: true; bytes: Uint8Array } | { ok: false; code: string; message: string }
