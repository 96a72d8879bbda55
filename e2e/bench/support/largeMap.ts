import { KINDS } from '../../../shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '../../../shared/model/MapDocument.ts'

const WORDS =
  'Nobody told me how long it would take, so I called twice and was asked for the same number again each time. ' +
  'In the end the driver was kind and it went well, but I would have liked to know that before I took a day off.'

/** A map of this many records, as large companies make them: the same for the same numbers. */
export function largeMap(touchpoints: number, quotes: number, customers: number): MapDocument {
  const stages = list(10, at => KINDS.stages.make({ id: `s${at}`, name: `Stage ${at}` }))
  const lanes = list(5, at => KINDS.lanes.make({ id: `l${at}`, name: `Lane ${at}`, kind: 'frontstage' }))
  return {
    ...emptyMap('A large map'),
    stages,
    lanes,
    customers: list(customers, at => KINDS.customers.make({ id: `c${at}`, alias: `Customer ${at}`, key: `key-${at}` })),
    sources: [KINDS.sources.make({ id: 'survey', name: 'Survey' })],
    touchpoints: list(touchpoints, at =>
      KINDS.touchpoints.make({
        id: `t${at}`,
        title: `Touchpoint number ${at}`,
        stage: `s${at % stages.length}`,
        lane: `l${at % lanes.length}`,
        channel: 'Phone',
      }),
    ),
    assumptions: list(touchpoints, at =>
      KINDS.assumptions.make({ id: `a${at}`, about: `t${at}`, text: 'They know what comes next.', feeling: 1 }),
    ),
    quotes: list(quotes, at =>
      KINDS.quotes.make({
        id: `q${at}`,
        text: `${at}: ${WORDS.slice(0, 60 + ((at * 37) % (WORDS.length - 60)))}`,
        customer: `c${(at * 7919) % customers}`,
        touchpoint: `t${(at * 31) % touchpoints}`,
        feeling: (at % 5) - 2,
        feelingFrom: 'score',
        saidOn: `2025-0${1 + (at % 9)}-1${at % 10}`,
        source: 'survey',
      }),
    ),
    evidence: list(Math.floor(quotes / 4), at =>
      KINDS.evidence.make({
        id: `e${at}`,
        claim: `a${(at * 4 * 31) % touchpoints}`,
        quote: `q${at * 4}`,
        stance: at % 3 === 0 ? 'contradicts' : 'supports',
      }),
    ),
  }
}

function list<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at))
}
