import { drawPicture } from './drawPicture.ts'
import { serverMeasure } from './fonts.ts'
import type { Picture, PictureJob } from './PictureJob.ts'

// A process of its own, so that a large picture neither holds up anybody's edits nor takes the server down with it.

const measure = serverMeasure()

process.on('message', async ({ id, job }: { id: number; job: PictureJob }) => {
  let picture: Picture
  try {
    picture = await drawPicture(job, measure)
  } catch {
    picture = { ok: false, code: 'picture_failed', message: 'The picture could not be drawn. Export JSON instead.' }
  }
  process.send?.({ id, picture })
})
process.on('disconnect', () => process.exit())
