import type { MapDocument } from '#shared/model/MapDocument.ts'

/** What a picture is to show. `today` is an ISO day: it stands on the picture and decides what is old. */
export type PictureJob = {
  map: MapDocument
  /** Pixels per map unit. */
  scale: number
  theme: 'light' | 'dark'
  today: string
  /** The text of a map document that the picture carries inside; null for none. */
  inside: string | null
  /** Encoded pictures on notes, by their hashes; where one is missing, its description is drawn. */
  pictures: ReadonlyMap<string, Uint8Array>
}

/** The picture, or one plain sentence why it can't be drawn. */
export type Picture =
  | { ok: true; png: Uint8Array; width: number; height: number }
  | { ok: false; code: string; message: string }
