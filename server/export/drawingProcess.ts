import type { DrawJob, Drawn } from './DrawJob.ts'
import { drawFile } from './drawFile.ts'
import { serverMeasure } from './fonts.ts'

// A process of its own, so that a large picture neither holds up anybody's edits nor takes the server down with it.

const measure = serverMeasure()

process.on('message', async ({ id, job }: { id: number; job: DrawJob }) => {
  let drawn: Drawn
  try {
    drawn = await drawFile(job, measure)
  } catch {
    drawn = { ok: false, code: 'picture_failed', message: 'This could not be drawn. Export JSON instead.' }
  }
  process.send?.({ id, drawn })
})
process.on('disconnect', () => process.exit())
