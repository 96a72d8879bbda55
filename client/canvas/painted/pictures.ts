import type { Context2D } from '#shared/drawing/Context2D.ts'
import type { Rect } from '#shared/model/layout/MapLayout.ts'
import { fetchPicture, onPictures, pictureAddress } from '../../api/pictures.ts'

/** Pictures on notes for whoever paints them. */
export type Pictures = {
  /** Draws a picture whole, in the middle of its place; false while it is on its way. */
  paint(hash: string, context: Context2D, place: Rect): boolean
  /** Calls back when one more can be painted. Returns what stops it. */
  subscribe(listener: () => void): () => void
}

/** Decoded pictures, by their hashes: the same on every map. Null while they are decoded. */
const decoded = new Map<string, HTMLImageElement | null>()
const listeners = new Set<() => void>()

function decode(hash: string, address: string): void {
  if (decoded.has(hash)) return
  decoded.set(hash, null)
  const image = new Image()
  image.src = address
  image.decode().then(
    () => {
      decoded.set(hash, image)
      for (const listener of listeners) listener()
    },
    () => decoded.delete(hash),
  )
}

/** The pictures of a map. Each is fetched when it is first painted. */
export function picturesOf(map: { id: string; token: string }): Pictures {
  return {
    paint(hash, context, { x, y, width, height }) {
      const image = decoded.get(hash)
      if (!image) {
        const address = pictureAddress(hash)
        if (address === undefined) void fetchPicture(map, hash)
        else decode(hash, address)
        return false
      }
      if (!('drawImage' in context)) return false
      const fit = Math.min(width / image.naturalWidth, height / image.naturalHeight)
      const [wide, high] = [image.naturalWidth * fit, image.naturalHeight * fit]
      const canvas = context as CanvasRenderingContext2D
      canvas.drawImage(image, x + (width - wide) / 2, y + (height - high) / 2, wide, high)
      return true
    },
    subscribe(listener) {
      listeners.add(listener)
      const stop = onPictures(listener)
      return () => {
        listeners.delete(listener)
        stop()
      }
    },
  }
}
