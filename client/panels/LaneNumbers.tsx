import { useMemo } from 'react'
import { type LaneKind, laneHolds } from '#shared/model/records/lanes.ts'
import { laneNumbers } from '../commands/laneNumbers.ts'
import { useMap } from '../store/MapContext.tsx'
import { countWords } from './countWords.ts'
import panel from './Panel.module.css'
import { PanelSection } from './PanelSection.tsx'
import { ReadNumber } from './ReadNumber.tsx'

/** More than these are found on the map itself. */
const MOST_NUMBERS = 60

/** The numbers that a computed lane shows, each of which leads to the words behind it, as a press on the map does. */
export function LaneNumbers({ kind }: { kind: LaneKind }) {
  const view = useMap(whole => whole)
  const numbers = useMemo(() => laneNumbers(view, kind), [view, kind])
  if (laneHolds(kind) !== 'computed') return null
  return (
    <PanelSection title="The words behind it" count={numbers.length > 0 ? numbers.length.toLocaleString('en-GB') : ''}>
      {numbers.length === 0 && <p className={panel.hint}>Nothing is known here yet.</p>}
      <ul className={panel.numbers}>
        {numbers.slice(0, MOST_NUMBERS).map(({ of, title, customers, reading }) => (
          <li key={of}>
            <span dir="auto">{title}</span>
            {customers === 0 ? (
              <span className={panel.hint}>nobody</span>
            ) : (
              <ReadNumber reading={reading} name={`Read what ${countWords(customers, 'customer')} said: ${title}`}>
                {countWords(customers, 'customer')}
              </ReadNumber>
            )}
          </li>
        ))}
      </ul>
      {numbers.length > MOST_NUMBERS && (
        <p className={panel.hint}>
          The others are a press away on the map itself: {numbers.length - MOST_NUMBERS} more.
        </p>
      )}
    </PanelSection>
  )
}
