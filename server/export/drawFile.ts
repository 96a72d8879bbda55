import type { Measure } from '#shared/drawing/text.ts'
import type { DrawJob, Drawn } from './DrawJob.ts'
import { drawPdf, drawPng, drawSvg } from './drawMapFile.ts'
import { drawStorylinePdf, drawStorylineZip } from './drawStoryline.ts'
import { drawPlayer } from './player/drawPlayer.ts'

/** Draws what is asked for. */
export function drawFile(job: DrawJob, measure: Measure): Promise<Drawn> {
  switch (job.as) {
    case 'png':
      return drawPng(job, measure)
    case 'svg':
      return drawSvg(job, measure)
    case 'pdf':
      return drawPdf(job, measure)
    case 'storylinePdf':
      return drawStorylinePdf(job, measure)
    case 'storylineZip':
      return drawStorylineZip(job, measure)
    case 'storylineHtml':
      return drawPlayer(job, measure)
  }
}
