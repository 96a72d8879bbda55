import Presentation from 'lucide-react/icons/presentation'
import { claimToStoryline } from '../../commands/toStoryline.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

/** Adds a touchpoint, a pain point or an opportunity to the storyline, with the words behind it. */
export function ToStoryline({ of, name }: { of: Parameters<typeof claimToStoryline>[1]; name: string }) {
  const open = useOpenMap()
  return (
    <IconButton label={`Add this ${name} to the storyline`} size="small" onClick={() => claimToStoryline(open, of)}>
      <Presentation />
    </IconButton>
  )
}
