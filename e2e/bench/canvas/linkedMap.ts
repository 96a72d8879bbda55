import { KINDS } from '../../../shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '../../../shared/model/MapDocument.ts'

const LANES = 5
const IN_A_CELL = 10

/** A map of so many cards, each with a title, a quote of nine words and a link to its right neighbour. */
export function linkedMap(cards: number): MapDocument {
  const columns = Math.max(1, Math.ceil(cards / (LANES * IN_A_CELL)))
  const at = Array.from({ length: cards }, (_, index) => index)
  const place = (index: number) => {
    const row = Math.floor(index / columns)
    return { stage: `s${index % columns}`, lane: `l${row % LANES}` }
  }
  return {
    ...emptyMap(`${cards} cards`),
    stages: Array.from({ length: columns }, (_, index) =>
      KINDS.stages.make({ id: `s${index}`, name: `Stage ${index}` }),
    ),
    lanes: Array.from({ length: LANES }, (_, index) =>
      KINDS.lanes.make({ id: `l${index}`, name: `Lane ${index}`, kind: 'frontstage' }),
    ),
    customers: at.map(index => KINDS.customers.make({ id: `c${index}`, alias: `Customer ${index}` })),
    touchpoints: at.map(index =>
      KINDS.touchpoints.make({ id: `t${index}`, title: `Touchpoint ${index}`, channel: 'Phone', ...place(index) }),
    ),
    quotes: at.map(index =>
      KINDS.quotes.make({
        id: `q${index}`,
        text: 'Nobody could tell me how long it would take.',
        customer: `c${index}`,
        touchpoint: `t${index}`,
      }),
    ),
    links: at
      .filter(index => index % columns < columns - 1 && index + 1 < cards)
      .map(index => KINDS.links.make({ id: `k${index}`, from: `t${index}`, to: `t${index + 1}` })),
  }
}
