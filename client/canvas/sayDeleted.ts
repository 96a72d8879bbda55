import type { ListName } from '#shared/model/kindNames.ts'
import { restore } from '../commands/remove.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { toast } from '../ui/toast.ts'

const NAMES: Partial<Record<ListName, string>> = { touchpoints: 'card', notes: 'note', stages: 'stage', lanes: 'lane' }

/** Says that a colleague deleted what was being typed here, and offers to bring it back with every letter of it. */
export function sayDeleted(open: OpenMap, kind: ListName, id: string): void {
  toast(`This ${NAMES[kind] ?? 'text'} was deleted by a colleague.`, {
    id: `deleted ${id}`,
    action: {
      label: 'Bring it back',
      onPress() {
        if (mayEdit(open)) restore(open, kind, id)
      },
    },
  })
}
