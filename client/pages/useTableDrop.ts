import { useEffect } from 'react'
import { later, withPart } from '../ui/Later.tsx'

const taking = later(async () => (await import('./takeFile.ts')).takeFile)

/**
 * Takes a table, or a map of ours whose quotes and cards are to come onto this one, that is dropped anywhere on the page:
 * the import says what it would bring before anything does. Other files that nothing on the page takes are refused with a
 * sentence; without that the browser would leave the map and show the file. With `onFile` null nothing comes in.
 */
export function useTableDrop(onFile: ((file: File) => void) | null): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      withPart(taking, take => void take(file, onFile))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [onFile])
}
