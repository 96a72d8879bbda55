import { finishTurning, unclearOf } from '../../commands/turnNotes.ts'
import { TURN_WORDS } from '../../commands/turns.ts'
import { useOpenMap, useView } from '../../store/MapContext.tsx'
import { PlaceOn } from '../PlaceOn.tsx'

/** Asks which touchpoint the notes are about that are to become something else, where that is not clear. */
export function TurnNotes() {
  const open = useOpenMap()
  const turning = useView(view => view.turning)
  if (!turning) return null
  const { into, notes } = turning
  const many = unclearOf(open, notes)
  const { name, many: several } = TURN_WORDS[into]
  const title =
    many === 1
      ? `Which touchpoint is this ${name.toLowerCase()} about?`
      : `Which touchpoint are these ${several} about?`
  return (
    <PlaceOn
      title={title}
      onPlace={touchpoint => finishTurning(open, turning, touchpoint)}
      onClose={() => open.view.setState({ turning: null })}
    />
  )
}
