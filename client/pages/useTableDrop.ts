import { useEffect } from 'react'
import { later, withPart } from '../ui/Later.tsx'
import { toast } from '../ui/toast.ts'

const files = later(() => import('./HomeFile.ts'))

/**
 * Takes a table that is dropped anywhere on the page. Other files that nothing on the page takes are refused with a
 * sentence; without that the browser would leave the map and show the file. With `onTable` null nothing comes in.
 */
export function useTableDrop(onTable: ((file: File) => void) | null): void {
  useEffect(() => {
    const take = async (file: File, { sortFile }: typeof import('./HomeFile.ts')) => {
      if (onTable === null)
        return toast('You can’t import here. Ask the facilitator for a link with which you can edit.', {
          tone: 'error',
        })
      const sorted = await sortFile(file)
      if (sorted.kind === 'table') onTable(file)
      else if (sorted.kind === 'refused') toast(sorted.sentence, { tone: 'error' })
      else toast('To open this map, drop it on the first page. A table of quotes can be dropped here.')
    }
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      withPart(files, looks => void take(file, looks))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [onTable])
}
