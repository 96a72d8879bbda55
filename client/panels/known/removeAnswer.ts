import { takeSide } from '../../commands/claims.ts'
import { command } from '../../commands/registry.ts'
import type { OpenMap } from '../../store/MapContext.tsx'
import { toast } from '../../ui/toast.ts'

/** Takes a quote back as an answer to a question; the quote itself stays. */
export function removeAnswer(open: OpenMap, question: string, quote: string): void {
  takeSide(open, question, quote, null)
  toast('Answer removed. The quote stays on the map.', {
    id: 'answer',
    action: { label: 'Undo', onPress: () => command('undo').run(open) },
  })
}
