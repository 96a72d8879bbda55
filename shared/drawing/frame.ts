import type { EvidenceIndex } from '../model/evidence/EvidenceIndex.ts'
import { KINDS, type Source } from '../model/kinds.ts'
import type { Rect } from '../model/layout/MapLayout.ts'
import type { MapDocument } from '../model/MapDocument.ts'
import { drawLegend } from './legend.ts'
import type { Group, Primitive } from './scene.ts'
import type { Measure } from './text.ts'
import { TYPE } from './theme.ts'
import { label, paragraph } from './words.ts'

/** Free space between the map and the edge of a picture. */
const MARGIN = 40
const COLUMN_GAP = 40
/** Narrower than this the words of the frame become a ribbon. */
const LEAST_WIDTH = 880

const number = new Intl.NumberFormat('en-GB')
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

function day(iso: string): string {
  return date.format(new Date(`${iso}T00:00:00Z`))
}

function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}

/**
 * What a picture says around the map, so that whoever sees it later knows whose journey it is and how we know: a block
 * above and one below `map`. `bounds` is the whole picture.
 */
export function drawFrame(
  document: MapDocument,
  evidence: EvidenceIndex,
  map: Rect,
  asOf: string,
  measure: Measure,
): { bounds: Rect; items: Group[] } {
  const width = Math.max(map.width, LEAST_WIDTH)
  const head = drawHead(document, evidence, width, measure)
  const foot = drawFoot(document, asOf, width, measure)
  const top = map.y - 32 - head.height
  const bottom = map.y + map.height + 40
  const bounds = {
    x: map.x - MARGIN,
    y: top - MARGIN,
    width: width + 2 * MARGIN,
    height: bottom + foot.height + MARGIN - (top - MARGIN),
  }
  return {
    bounds,
    items: [
      { ...head, x: map.x, y: top },
      { ...foot, x: map.x, y: bottom },
    ],
  }
}

function drawHead(document: MapDocument, evidence: EvidenceIndex, width: number, measure: Measure): Group {
  const { map, personas, touchpoints } = document
  const state = map.state === 'future' ? 'Journey map, future state' : 'Journey map'
  const items: Primitive[] = [label(state, TYPE.small, 'second', 20, 0, measure)]
  const title = paragraph(KINDS.map.title(map), TYPE.pictureTitle, 'ink', 20, 20, width - 40, 3, measure)
  items.push(...title.items)
  const persona = personas.find(persona => persona.id === map.persona)
  const counts = [
    counted(touchpoints.length, 'touchpoint', 'touchpoints'),
    counted(quotesOf(document), 'quote', 'quotes'),
    counted(evidence.customersOnMap, 'customer', 'customers'),
  ]
  const facts = [
    { name: 'Whose journey', words: persona?.name ?? '' },
    { name: 'Scenario', words: map.scenario },
    { name: 'Why customers hire us', words: map.whyHired },
    { name: 'On this map', words: counts.join('\n') },
  ].filter(fact => fact.words.trim() !== '')
  const top = 20 + title.height + 20
  const column = Math.min(320, (width - 40 - (facts.length - 1) * COLUMN_GAP) / facts.length)
  let height = top
  for (const [index, { name, words }] of facts.entries()) {
    const x = 20 + index * (column + COLUMN_GAP)
    items.push(label(name, TYPE.smallStrong, 'second', x, top, measure))
    const text = paragraph(words, TYPE.text, 'ink', x, top + 20, column, 5, measure)
    items.push(...text.items)
    height = Math.max(height, top + 20 + text.height)
  }
  return { type: 'group', kind: 'frame', id: 'head', x: 0, y: 0, width, height, items }
}

/** Words of customers who took back their consent are shown nowhere and count nowhere. */
function quotesOf({ customers, quotes }: MapDocument): number {
  const withdrawn = new Set(customers.filter(({ consent }) => consent === 'withdrawn').map(({ id }) => id))
  return quotes.filter(({ customer }) => customer === null || !withdrawn.has(customer)).length
}

function sourceWords(source: Source): string {
  const { method, from, to, asked, collectedBy } = source
  const days = [from, to].filter(day => day !== null).map(day)
  const parts = [
    KINDS.sources.title(source),
    method.trim(),
    [...new Set(days)].join(' – '),
    asked === null ? '' : `${number.format(asked)} asked`,
    collectedBy.trim() === '' ? '' : `collected by ${collectedBy.trim()}`,
  ]
  return parts.filter(Boolean).join(', ')
}

const MOST_SOURCES = 12

function drawFoot(
  { map, lanes, sources, promises }: MapDocument,
  asOf: string,
  width: number,
  measure: Measure,
): Group {
  const line: Primitive = { type: 'box', x: 0, y: 0, width, height: 1, fill: 'line' }
  const half = (width - 40 - COLUMN_GAP) / 2
  const feelings = lanes.some(lane => lane.kind === 'feelings')
  const legend = drawLegend({ voicesNeeded: map.voicesNeeded, feelings, promises: promises.length > 0 }, half, measure)
  const items: Primitive[] = [line, { ...legend, x: 20, y: 24 }]
  const x = 20 + half + COLUMN_GAP
  let y = 24
  items.push(label('Sources', TYPE.smallStrong, 'second', x, y, measure))
  y += 22
  const shown = sources.slice(0, MOST_SOURCES).map(sourceWords)
  if (sources.length === 0) shown.push('No sources are named on this map.')
  if (sources.length > MOST_SOURCES) shown.push(`and ${sources.length - MOST_SOURCES} more`)
  for (const words of shown) {
    const text = paragraph(words, TYPE.small, 'ink', x, y, half, 2, measure)
    items.push(...text.items)
    y += text.height + 4
  }
  y += 8
  items.push(label(`As of ${day(asOf)}`, TYPE.small, 'second', x, y, measure))
  const height = Math.max(24 + legend.height, y + 17)
  return { type: 'group', kind: 'frame', id: 'foot', x: 0, y: 0, width, height, items }
}
