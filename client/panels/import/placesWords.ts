import type { ImportPreview } from '#shared/formats/csv/preview.ts'

/** Where quotes lie and what is new, as in “3,100 on touchpoints, 21 in the tray. New on the map: 6 stages.” */
export function placesWords({ places, adds }: ImportPreview): string {
  const say = (count: number, words: string) => (count > 0 ? [`${count.toLocaleString('en-GB')} ${words}`] : [])
  const where = [
    ...say(places.touchpoint, 'on touchpoints'),
    ...say(places.stage, 'about whole stages'),
    ...say(places.journey, 'about the whole journey'),
    ...say(places.tray, 'in the tray'),
  ]
  const fresh = [
    ...say(adds.stages, adds.stages === 1 ? 'stage' : 'stages'),
    ...say(adds.touchpoints, adds.touchpoints === 1 ? 'touchpoint' : 'touchpoints'),
    ...say(adds.painPoints, adds.painPoints === 1 ? 'pain point' : 'pain points'),
    ...say(adds.sources, adds.sources === 1 ? 'source' : 'sources'),
    ...say(adds.personas, adds.personas === 1 ? 'persona' : 'personas'),
  ]
  const sentences = [
    ...(where.length > 0 ? [`${where.join(', ')}.`] : []),
    ...(fresh.length > 0 ? [`New on the map: ${fresh.join(', ')}.`] : []),
  ]
  return sentences.join(' ')
}
