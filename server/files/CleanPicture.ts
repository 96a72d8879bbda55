import type { StoredFile } from '../storage/records.ts'

/** A picture as it may be kept and shown to everybody, or one plain sentence why there is none. */
export type CleanPicture =
  | { ok: true; file: StoredFile; width: number; height: number }
  | { ok: false; code: 'no_picture' | 'too_many_pixels' | 'picture_failed'; message: string }

/** Pixels that are decoded at most, of four bytes each: cameras of phones make up to 50, and mostly 12 million. */
export const MAX_DECODED = 40_000_000
/** Pixels of the longer side of what is kept: sharp on a projector, whatever the camera made. */
export const MAX_KEPT_SIDE = 2_000
/** Bytes from which a PNG is a photograph, which takes a tenth as WebP. */
export const MAX_KEPT_PNG = 1_500_000

export const NO_PICTURE: CleanPicture = {
  ok: false,
  code: 'no_picture',
  message: 'This is no picture that can be read. There are: PNG, JPEG, WebP.',
}
export const TOO_MANY_PIXELS: CleanPicture = {
  ok: false,
  code: 'too_many_pixels',
  message: 'This picture has more than 40 million pixels. Make it smaller and add it again.',
}
export const FAILED: CleanPicture = {
  ok: false,
  code: 'picture_failed',
  message: 'This picture could not be read. Save it anew with another program and add it again.',
}
