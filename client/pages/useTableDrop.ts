import { useEffect } from 'react'
import { later, withPart } from '../ui/Later.tsx'
import { toast } from '../ui/toast.ts'

const files = later(() => import('./HomeFile.ts'))

/** The map that lies in a picture of it, as a file; null where there is none. */
async function mapIn(picture: File): Promise<File | null> {
  const { extract } = await import('#shared/formats/png.ts')
  const json = await extract(new Uint8Array(await picture.arrayBuffer()))
  const name = picture.name.replace(/\.png$/i, '.json')
  return typeof json === 'string' ? new File([json], name, { type: 'application/json' }) : null
}

/**
 * Takes a table, or a map of ours whose quotes and cards are to come onto this one, that is dropped anywhere on the page:
 * the import says what it would bring before anything does. Other files that nothing on the page takes are refused with a
 * sentence; without that the browser would leave the map and show the file. With `onFile` null nothing comes in.
 */
export function useTableDrop(onFile: ((file: File) => void) | null): void {
  useEffect(() => {
    const take = async (file: File, { sortFile }: typeof import('./HomeFile.ts')) => {
      if (onFile === null)
        return toast('You can’t import here. Ask the facilitator for a link with which you can edit.', {
          tone: 'error',
        })
      const sorted = await sortFile(file)
      if (sorted.kind === 'refused') return toast(sorted.sentence, { tone: 'error' })
      const wanted = sorted.kind === 'png' ? await mapIn(file).catch(() => null) : file
      if (wanted) onFile(wanted)
      else toast('There is no map in this picture. Drop it on a lane for images to put it on the map.')
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
  }, [onFile])
}
