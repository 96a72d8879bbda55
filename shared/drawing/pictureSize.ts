/** Pixels of the longer side: what browsers and viewers still open. */
const MAX_SIDE = 32_000
/** Pixels in all, of four bytes each while drawing: half a gigabyte. */
const MAX_AREA = 128_000_000

/** Whole pixels; `fits` when that many can be drawn and opened again. */
export type PictureSize = { width: number; height: number; fits: boolean }

/** The size of a scene as a picture, at `scale` pixels per map unit. */
export function pictureSize(scene: { width: number; height: number }, scale: number): PictureSize {
  const [width, height] = [Math.ceil(scene.width * scale), Math.ceil(scene.height * scale)]
  return { width, height, fits: Math.max(width, height) <= MAX_SIDE && width * height <= MAX_AREA }
}
