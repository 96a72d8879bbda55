import { type RefObject, useEffect } from 'react'
import { readMe } from '../../api/me.ts'
import { isOverMap, isTyping } from '../../commands/keyboard.ts'
import { addPicture } from '../../commands/pictures.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { noteSpotAt } from './adding.ts'
import type { Point } from './drop.ts'
import { pointerOver } from './pointerOver.ts'

/** The first picture among what is pasted or dropped. */
function pictureIn({ files }: DataTransfer): File | undefined {
  return [...files].find(file => file.type.startsWith('image/'))
}

/** Makes a note of a picture that is dropped on the canvas or pasted over it, where the pointer is. */
export function usePictures({ open, scene, toMap }: CanvasTools, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const stop = new AbortController()
    const { signal } = stop
    const pointer = pointerOver(element, signal)
    const middle = (): Point => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }
    const take = (data: DataTransfer | null, at: Point): boolean => {
      const picture = data && mayEdit(open) ? pictureIn(data) : undefined
      if (!picture) return false
      void addPicture(open, picture, noteSpotAt(scene().layout, toMap(at)), readMe()?.name ?? '')
      return true
    }
    const drop = (event: DragEvent) => {
      if (take(event.dataTransfer, { x: event.clientX, y: event.clientY })) event.preventDefault()
    }
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isOverMap(event.target)) return
      // Cells of a table come with a picture of themselves; then their words are what is meant.
      if (event.clipboardData?.getData('text/plain')) return
      if (take(event.clipboardData, pointer() ?? middle())) event.preventDefault()
    }
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') && mayEdit(open)) event.preventDefault()
    }
    element.addEventListener('dragover', over, { signal })
    element.addEventListener('drop', drop, { signal })
    document.addEventListener('paste', paste, { signal })
    return () => stop.abort()
  }, [open, scene, toMap, root])
}
