import { drawMap } from '#shared/drawing/drawMap.ts'
import type { Scene } from '#shared/drawing/scene.ts'
import type { Measure } from '#shared/drawing/text.ts'
import { readPlain } from '#shared/formats/json/read.ts'
import { buildEvidence } from '#shared/model/evidence/EvidenceIndex.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import sample from '#shared/sample/bicycle-repair.json' with { type: 'json' }

/** What of the sample shows in a few cards what the whole is about. */
const STAGES = ['st-book', 'st-wait', 'st-collect', 'st-ride']
const LANES = ['ln-meet', 'ln-feelings']
export const CARDS = ['t-form', 't-call-extra', 't-ready-text', 't-bill', 't-pay', 't-bring-back', 't-reminder']

/** Draws the part of the sample that stands on the first page; null if the sample can't be read. */
export function homeScene(measure: Measure): Scene | null {
  const read = readPlain(sample)
  if (!read.ok) return null
  const map = partOf(read.map)
  return drawMap(map, buildEvidence(map, lastDay(map)), measure)
}

function partOf(map: MapDocument): MapDocument {
  return {
    ...map,
    stages: map.stages.filter(({ id }) => STAGES.includes(id)),
    lanes: map.lanes.filter(({ id }) => LANES.includes(id)),
    touchpoints: map.touchpoints.filter(({ id }) => CARDS.includes(id)),
    links: [],
    notes: [],
  }
}

/** The sample's own today: words that were fresh when it was written do not grow old with the calendar. */
function lastDay(map: MapDocument): string {
  return map.quotes.reduce((last, { saidOn }) => (saidOn !== null && saidOn > last ? saidOn : last), '2000-01-01')
}
