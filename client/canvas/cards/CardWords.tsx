import { memo } from 'react'
import type { Group, Primitive, TextLine } from '#shared/drawing/scene.ts'
import styles from './cards.module.css'

/**
 * The words of a card, which are painted, as text of the page: to be found and translated there. Nobody sees them, and
 * screen readers have the card's name.
 */
export const CardWords = memo(function CardWords({ group }: { group: Group }) {
  return (
    <div className={styles.wording} aria-hidden="true">
      {paragraphsOf(group).map((words, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what stands at the same place is the same paragraph.
        <div key={at}>{words}</div>
      ))}
    </div>
  )
})

/** Lines of one look below each other were one text before they were broken. */
function paragraphsOf({ items }: Group): string[] {
  const paragraphs: string[] = []
  let before: TextLine | undefined
  for (const line of linesOf(items)) {
    const goesOn = before?.font === line.font && before.color === line.color && before.anchor === line.anchor
    const start = goesOn ? `${paragraphs.pop()} ` : ''
    paragraphs.push(start + line.text.trim())
    before = line
  }
  return paragraphs
}

function linesOf(items: readonly Primitive[]): TextLine[] {
  return items.flatMap(item => (item.type === 'group' ? linesOf(item.items) : item.type === 'text' ? [item] : []))
}
