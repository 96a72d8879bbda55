import { KINDS, type Quote } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { dayWords, speakerWords } from './quoteWords.ts'

/** Who said it, of which persona, when, over which channel, which source it is from, and how it was rated: only what is known. */
export function quoteFacts(
  { customers, personas, sources }: Pick<MapDocument, 'customers' | 'personas' | 'sources'>,
  quote: Quote,
): string[] {
  const { customer, saidOn, channel, source, how, score } = quote
  const speaker = lookUp(customers, customer)
  const persona = lookUp(personas, speaker?.persona)
  const from = lookUp(sources, source)?.name
  return [
    speakerWords(speaker),
    ...(persona ? [KINDS.personas.title(persona)] : []),
    ...(saidOn ? [dayWords(saidOn)] : []),
    ...(channel ? [channel] : []),
    ...(from ? [from] : []),
    ...(how === 'recalled' ? ['recalled by a colleague'] : []),
    ...(score ? [`score ${score}`] : []),
  ]
}
