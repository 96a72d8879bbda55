import type { ListName } from '#shared/model/kindNames.ts'
import { kindWord } from '../commands/kindWords.ts'
import { restore } from '../commands/remove.ts'
import type { OpenMap } from '../store/MapContext.tsx'
import { mayEdit } from '../store/rights.ts'
import { toast } from '../ui/toast.ts'

/** Says that a colleague deleted what was being typed here, and offers to bring it back with every letter of it. */
export function sayDeleted(open: OpenMap, kind: ListName, id: string): void {
  toast(`This ${kind === 'touchpoints' ? 'card' : kindWord(kind)} was deleted by a colleague.`, {
    id: `deleted ${id}`,
    action: {
      label: 'Bring it back',
      onPress() {
        if (mayEdit(open)) restore(open, kind, id)
      },
    },
  })
}
