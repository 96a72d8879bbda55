import { MAX_PICTURE, MAX_PICTURES } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { StoredFile } from '../storage/records.ts'
import { cleanPictures } from './cleanPictures.ts'

export type TakenPictures = {
  /** The map, its notes naming the pictures as they are kept. */
  map: MapDocument
  files: StoredFile[]
  /** What was left out, as sentences. */
  warnings: string[]
}

/**
 * The pictures that a map document brings along, by the names that its notes use, in base64. Those that no note names
 * are passed over. What can't be kept is left out; its notes keep their words and say that the picture is missing.
 */
export async function takePictures(map: MapDocument, brought: ReadonlyMap<string, string>): Promise<TakenPictures> {
  const names = [...new Set(map.notes.map(note => note.image))].flatMap(name => {
    const text = name === null ? undefined : brought.get(name)
    return name !== null && text !== undefined ? [{ name, bytes: new Uint8Array(Buffer.from(text, 'base64')) }] : []
  })
  const readable = names.filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_PICTURE)
  const pictures = await cleanPictures(readable.map(({ bytes }) => bytes))
  const files = new Map<string, StoredFile>()
  const renamed = new Map<string, string>()
  let size = 0
  for (const [index, picture] of pictures.entries()) {
    const name = readable[index]?.name
    if (!picture.ok || name === undefined || size + picture.file.bytes.length > MAX_PICTURES) continue
    size += picture.file.bytes.length
    files.set(picture.file.hash, picture.file)
    renamed.set(name, picture.file.hash)
  }
  const leftOut = names.length - renamed.size
  const notes = map.notes.map(note => {
    const image = note.image === null ? undefined : renamed.get(note.image)
    return image === undefined || image === note.image ? note : { ...note, image }
  })
  return { map: { ...map, notes }, files: [...files.values()], warnings: leftOut > 0 ? [sentence(leftOut)] : [] }
}

function sentence(count: number): string {
  return count === 1
    ? 'One picture could not be read or was too large, and was left out.'
    : `${count.toLocaleString('en')} pictures could not be read or were too large, and were left out.`
}
