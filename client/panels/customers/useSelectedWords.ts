import { type RefObject, useEffect, useState } from 'react'
import { CUT } from '#shared/model/evidence/words.ts'
import type { TextSpan } from '#shared/util/blackened.ts'

/** What is selected inside of an element, counted in the text that it shows; null when nothing is. */
export function selectedIn(element: HTMLElement): TextSpan | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}

/**
 * What a person has selected of a quote's words, in places of the quote; null when nothing is. `shown` is the text that
 * stands on the page, whole or an excerpt with […] at its ends, and `marks` whether it stands between quotation marks.
 */
export function useSelectedWords(
  box: RefObject<HTMLElement | null>,
  { whole, shown, marks }: { whole: string; shown: string; marks: boolean },
): TextSpan | null {
  const [span, setSpan] = useState<TextSpan | null>(null)
  useEffect(() => {
    const look = () => {
      const words = box.current?.querySelector<HTMLElement>('blockquote > p')
      const found = words ? selectedIn(words) : null
      const next = found && inWhole(found, { whole, shown, marks })
      setSpan(now => (now?.start === next?.start && now?.end === next?.end ? now : next))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [box, whole, shown, marks])
  return span
}

/** Exported for its test. */
export function inWhole(
  { start, end }: TextSpan,
  { whole, shown, marks }: { whole: string; shown: string; marks: boolean },
): TextSpan | null {
  const from = shown.startsWith(`${CUT} `) ? CUT.length + 1 : 0
  const core = shown.slice(from, shown.endsWith(` ${CUT}`) ? -(CUT.length + 1) : undefined)
  const base = whole.indexOf(core)
  if (base < 0) return null
  const shift = base - from - (marks ? 1 : 0)
  const place = (at: number) => Math.max(0, Math.min(whole.length, at + shift))
  return place(start) < place(end) ? { start: place(start), end: place(end) } : null
}
