import { toast } from '../ui/toast.ts'
import { sortFile } from './HomeFile.ts'

/**
 * Hands a file on that can come onto an open map: a table, a transcript, or a map of ours, which may lie in its picture.
 * Others are refused with a sentence; with `onFile` null all are.
 */
export async function takeFile(file: File, onFile: ((file: File) => void) | null): Promise<void> {
  if (onFile === null) {
    toast('You can’t import here. Ask the facilitator for a link with which you can edit.', { tone: 'error' })
    return
  }
  const sorted = await sortFile(file)
  if (sorted.kind === 'refused') {
    toast(sorted.sentence, { tone: 'error' })
    return
  }
  const wanted = sorted.kind === 'png' ? await mapIn(file).catch(() => null) : file
  if (wanted) onFile(wanted)
  else toast('There is no map in this picture. Drop it on a lane for images to put it on the map.')
}

/** The map that lies in a picture of it, as a file; null where there is none. */
async function mapIn(picture: File): Promise<File | null> {
  const { extract } = await import('#shared/formats/png.ts')
  const json = await extract(new Uint8Array(await picture.arrayBuffer()))
  const name = picture.name.replace(/\.png$/i, '.json')
  return typeof json === 'string' ? new File([json], name, { type: 'application/json' }) : null
}
